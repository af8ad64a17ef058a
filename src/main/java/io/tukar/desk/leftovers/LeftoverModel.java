package io.tukar.desk.leftovers;

import io.tukar.rma.Leftover;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.TimelineEntry;
import java.time.Instant;
import java.util.List;

/**
 * Goods nobody claims, with everything that happened to them.
 *
 * @param mayAsk who looks may write down that the owner asked
 * @param at when the page was made
 */
public record LeftoverModel(
    Leftover goods, List<TimelineEntry> steps, boolean mayAsk, Instant at, Form form) {

  public String path() {
    return "/desk/stock/leftovers/" + goods.id();
  }

  public String name(Frame frame) {
    return name(frame, goods);
  }

  public String left(Frame frame) {
    return left(frame, goods, at);
  }

  static String name(Frame frame, Leftover goods) {
    var parcel = goods.parcelId();
    return parcel == null
        ? goods.quantity() + " × " + goods.item()
        : frame.text("leftovers.parcel", String.valueOf(parcel));
  }

  static String left(Frame frame, Leftover goods, Instant at) {
    var days = goods.daysLeft(at);
    return days > 0
        ? frame.text("leftovers.left", days)
        : days == 0 ? frame.text("leftovers.left.last") : frame.text("leftovers.left.over", -days);
  }
}
