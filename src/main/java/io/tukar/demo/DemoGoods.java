package io.tukar.demo;

import io.tukar.csv.CsvFile;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The products of the demonstration shop, and serials for their units, each given out once. */
final class DemoGoods {

  /** Locally administered, so that no maker's range is touched. */
  private static final long FIRST_MAC = 0x025E_0010_0000L;

  private final Map<Sku, Item> items;
  private final Map<Sku, Integer> serials = new HashMap<>();
  private long macs;

  private DemoGoods(Map<Sku, Item> items) {
    this.items = items;
  }

  /** A product as its file says. */
  record Item(
      Sku sku, String name, String category, long listPrice, boolean serialised, int stock) {
    boolean hasMac() {
      return serialised && !category.equals("headset");
    }
  }

  /** A unit by its serial; its MAC address is empty where the product has none. */
  record Tag(SerialNumber serial, java.util.Optional<MacAddress> mac) {}

  static DemoGoods of(Path file) throws IOException {
    var items = new HashMap<Sku, Item>();
    try (var csv = CsvFile.open(file)) {
      for (var row = csv.next(); row.isPresent(); row = csv.next()) {
        var cells = row.get();
        var sku = new Sku(cells.get("sku"));
        items.put(
            sku,
            new Item(
                sku,
                cells.get("name"),
                cells.get("category"),
                Long.parseLong(cells.get("list_price")),
                cells.get("serialised").equals("yes"),
                Integer.parseInt(cells.get("stock"))));
      }
    }
    return new DemoGoods(items);
  }

  List<Item> all() {
    return items.values().stream()
        .sorted(java.util.Comparator.comparing(i -> i.sku().value()))
        .toList();
  }

  Item item(Sku sku) {
    var item = items.get(sku);
    if (item == null) {
      throw new IllegalStateException("The demonstration shop does not sell " + sku);
    }
    return item;
  }

  /** Serials for so many units; none where the product has none. */
  List<Tag> tags(Item item, int units) {
    var tags = new ArrayList<Tag>();
    for (var i = 0; item.serialised() && i < units; i++) {
      var n = serials.merge(item.sku(), 1, Integer::sum);
      var serial =
          new SerialNumber("%s26%05d".formatted(item.sku().value().replace("-", ""), 100 + n));
      tags.add(
          new Tag(
              serial,
              item.hasMac()
                  ? java.util.Optional.of(new MacAddress("%012X".formatted(FIRST_MAC + ++macs)))
                  : java.util.Optional.empty()));
    }
    return tags;
  }
}
