package io.tukar.demo;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.stock.Delivery;
import io.tukar.stock.Place;
import io.tukar.stock.StockBook;
import io.tukar.stock.Transfer;
import io.tukar.stock.Units;
import io.tukar.stock.vendor.VendorAnswer;
import io.tukar.stock.vendor.VendorBatch;
import io.tukar.stock.vendor.VendorBatches;
import io.tukar.stock.vendor.VendorList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Faulty phones of the demonstration shop: with their maker for too long, gathered, and waiting.
 */
@Component
class DemoVendors {

  private static final Sku PHONE = new Sku("SR-T21P");
  private static final String MAKER = "PT Serunai Manufaktur (fiktif)";
  private static final String FAULT = "Tidak menyala dengan PoE maupun adaptor";
  private static final int UNITS = 6;
  private static final Duration DELIVERED = Duration.ofDays(48);
  private static final Duration SENT = Duration.ofDays(37);
  private static final Duration ANSWERED = Duration.ofDays(9);

  private final StockBook book;
  private final Units units;
  private final VendorBatches batches;
  private final VendorList list;

  DemoVendors(StockBook book, Units units, VendorBatches batches, VendorList list) {
    this.book = book;
    this.units = units;
    this.batches = batches;
    this.list = list;
  }

  /** Writes what there is to show, once. */
  void write(Instant now, Actor inspector) {
    if (list.count() > 0) {
      return;
    }
    var serials =
        IntStream.rangeClosed(1, UNITS).mapToObj(n -> new SerialNumber("SRT21PX0000" + n)).toList();
    var delivered = now.minus(DELIVERED);
    var tags = serials.stream().map(serial -> new Delivery.Tag(serial, null)).toList();
    done(
        book.deliver(
            new Delivery(
                MAKER, "SJ-0417", List.of(new Delivery.Line(PHONE, UNITS, null, null, tags))),
            UUID.randomUUID(),
            delivered,
            inspector));
    done(
        book.transfer(
            new Transfer(PHONE, serials, UNITS, Place.SHELF, Place.VENDOR, "Gagal uji"),
            UUID.randomUUID(),
            delivered.plus(Duration.ofDays(1)),
            inspector));
    var away = gathered(serials.subList(0, 3), delivered.plus(Duration.ofDays(2)), inspector);
    var sent =
        done(
            batches.send(
                away.id(),
                away.version(),
                "SRN-RMA-2207",
                new WaybillNumber("JNE0022071188"),
                UUID.randomUUID(),
                now.minus(SENT),
                inspector));
    var first = list.items(sent.id(), 1).getFirst();
    done(
        batches.answer(
            sent.id(),
            first.id(),
            new VendorAnswer.Replaced(new Delivery.Tag(new SerialNumber("SRT21PX00099"), null)),
            1,
            "DO-3391",
            UUID.randomUUID(),
            now.minus(ANSWERED),
            inspector));
    gathered(serials.subList(3, 5), now.minus(Duration.ofDays(2)), inspector);
  }

  private VendorBatch gathered(List<SerialNumber> serials, Instant at, Actor by) {
    var batch = done(batches.open(MAKER, at, by));
    var ids =
        serials.stream()
            .flatMap(serial -> units.scanned(serial.value()).stream())
            .filter(unit -> unit.sku().equals(PHONE))
            .map(unit -> unit.id())
            .toList();
    return done(batches.gather(batch.id(), ids, FAULT, at, by));
  }

  private static <T> T done(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T>(var value) -> value;
      case Answer.Refused<T>(var reasons) -> throw new IllegalStateException(reasons.toString());
    };
  }
}
