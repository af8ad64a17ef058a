package io.tukar.desk.goods;

import io.tukar.kernel.MacAddress;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SerialNumber;
import io.tukar.stock.Delivery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Labels scanned one after the other: a serial a line, with its MAC behind it where it has one. */
final class Scanned {

  private Scanned() {}

  /** What cannot be read is refused at the field, and left out. */
  static List<Delivery.Tag> tags(String text, String field, List<Refusal> refusals) {
    var tags = new ArrayList<Delivery.Tag>();
    for (var line : text.split("[\\r\\n,;]+", -1)) {
      if (!line.isBlank()) {
        tag(line.strip(), field, refusals, tags);
      }
    }
    return tags;
  }

  private static void tag(
      String line, String field, List<Refusal> refusals, List<Delivery.Tag> tags) {
    var end = line.lastIndexOf(' ');
    var mac = end < 0 ? null : mac(line.substring(end + 1), field, refusals);
    var serial = SerialNumber.parse(mac == null ? line : line.substring(0, end));
    if (serial.isEmpty()) {
      refusals.add(Refusal.of("label-unreadable", field, line));
    } else {
      tags.add(new Delivery.Tag(serial.get(), mac));
    }
  }

  private static @Nullable MacAddress mac(String text, String field, List<Refusal> refusals) {
    MacAddress.misread(text)
        .ifPresent(meant -> refusals.add(Refusal.of("mac-misread", field, meant.labelled())));
    return MacAddress.parse(text).orElse(null);
  }

  /** As {@link #tags}, the serials alone. */
  static List<SerialNumber> serials(String text, String field, List<Refusal> refusals) {
    return tags(text, field, refusals).stream().map(Delivery.Tag::serial).toList();
  }
}
