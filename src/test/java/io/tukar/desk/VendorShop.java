package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Role;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.stock.Place;
import io.tukar.stock.StockBook;
import io.tukar.stock.Transfer;
import io.tukar.stock.Units;
import io.tukar.stock.vendor.VendorBatch;
import io.tukar.stock.vendor.VendorBatches;
import io.tukar.stock.vendor.VendorList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;

/** Batches for a vendor, being gathered and away. */
@TestComponent
class VendorShop {

  private static final Actor SOMEBODY = new Actor.Staff(1, Role.MANAGER);

  private final DeskShop shop;
  private final StockBook book;
  private final Units units;
  private final VendorBatches batches;
  private final VendorList list;

  VendorShop(DeskShop shop, StockBook book, Units units, VendorBatches batches, VendorList list) {
    this.shop = shop;
    this.book = book;
    this.units = units;
    this.batches = batches;
    this.list = list;
  }

  /** The paths of a batch that is gathered, of one that is away, and of an answer it awaits. */
  List<String> paths() {
    var sku = new Sku(shop.product(500_000, 3));
    var serials =
        IntStream.rangeClosed(1, 3)
            .mapToObj(n -> new SerialNumber(sku.value() + "-" + (1000 + n)))
            .toList();
    done(
        book.transfer(
            new Transfer(sku, serials, 3, Place.SHELF, Place.VENDOR, "Rusak"),
            UUID.randomUUID(),
            DeskShop.NOW,
            SOMEBODY));
    var away = batch("Pabrik Telepon Serunai Nusantara Andalan " + sku, serials.get(0));
    var sent =
        done(
            batches.send(
                away.id(),
                away.version(),
                "GS-" + sku,
                null,
                UUID.randomUUID(),
                DeskShop.NOW,
                SOMEBODY));
    var open = batch("Pabrik " + sku, serials.get(1));
    var path = "/desk/stock/vendor/";
    return List.of(
        path + open.id(),
        path + sent.id(),
        path + sent.id() + "/items/" + list.items(sent.id(), 1).getFirst().id());
  }

  private VendorBatch batch(String vendor, SerialNumber serial) {
    var batch = done(batches.open(vendor, DeskShop.NOW, SOMEBODY));
    var unit = units.scanned(serial.value()).getFirst();
    return done(
        batches.gather(batch.id(), List.of(unit.id()), "Mati total", DeskShop.NOW, SOMEBODY));
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }
}
