package io.tukar.demo;

import io.tukar.inspection.Contents;
import io.tukar.inspection.Part;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Words;
import io.tukar.stock.Substitute;
import io.tukar.stock.Substitutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What belongs in the boxes of the demonstration shop's goods, and what may stand in for what. */
@Component
class DemoLists {

  private static final Words HANDSET = new Words("Gagang telepon", "Handset");
  private static final Words CORD = new Words("Kabel gagang", "Handset cord");
  private static final Words STAND = new Words("Dudukan", "Stand");
  private static final Words NETWORK_CABLE = new Words("Kabel jaringan", "Network cable");
  private static final Words GUIDE = new Words("Panduan singkat", "Quick guide");
  private static final Words POWER = new Words("Adaptor listrik", "Power supply");

  private static final Map<String, List<Substitute>> STAND_INS =
      Map.of(
          "SR-T16G", List.of(equivalent("SR-T14P"), better("SR-T21P")),
          "SR-T21P", List.of(better("SR-T24G")),
          "SR-T24G", List.of(better("SR-T28W"), better("SR-T40X")),
          "GP-O4", List.of(better("GP-O8")),
          "GP-O8", List.of(better("GP-E1")),
          "GP-F4", List.of(better("GP-F8")),
          "BL-20", List.of(better("BL-50")),
          "JL-8P", List.of(better("JL-16P")),
          "WC-U100", List.of(equivalent("WC-R10"), better("WC-U200")));

  private final Contents contents;
  private final Substitutes substitutes;

  DemoLists(Contents contents, Substitutes substitutes) {
    this.contents = contents;
    this.substitutes = substitutes;
  }

  /** Writes the lists of these goods that nobody has written. */
  void write(List<DemoGoods.Item> goods) {
    for (var item : goods) {
      var parts = parts(item.category());
      if (!parts.isEmpty() && contents.of(item.sku()).isEmpty()) {
        done(contents.write(item.sku(), parts));
      }
      var standIns = STAND_INS.getOrDefault(item.sku().value(), List.of());
      if (!standIns.isEmpty() && substitutes.of(item.sku()).isEmpty()) {
        done(substitutes.write(item.sku(), standIns));
      }
    }
  }

  private static List<Part> parts(String category) {
    return switch (category) {
      case "ip-phone" -> numbered("AK-5V2", HANDSET, CORD, STAND, NETWORK_CABLE, GUIDE);
      case "gateway", "ip-pbx" -> numbered("AK-12V1", NETWORK_CABLE, GUIDE);
      case "switch" -> numbered(null, GUIDE);
      default -> List.of();
    };
  }

  /** These things, and the power supply, which can be sent alone. */
  private static List<Part> numbered(@Nullable String power, Words... names) {
    var parts = new ArrayList<Part>();
    for (var name : names) {
      parts.add(new Part(parts.size() + 1, name, null));
    }
    parts.add(new Part(parts.size() + 1, POWER, power == null ? null : new Sku(power)));
    return parts;
  }

  private static Substitute equivalent(String sku) {
    return new Substitute(new Sku(sku), Substitute.Kind.EQUIVALENT);
  }

  private static Substitute better(String sku) {
    return new Substitute(new Sku(sku), Substitute.Kind.UPGRADE);
  }

  private static void done(Answer<?> answer) {
    if (answer instanceof Answer.Refused<?>(var reasons)) {
      throw new IllegalStateException("The demonstration shop's lists are refused: " + reasons);
    }
  }
}
