package io.tukar.desk.leftovers;

import io.tukar.rma.Disposal;
import io.tukar.rma.Leftover;
import io.tukar.web.Choice;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.TimelineEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Goods nobody claims, with everything that happened to them.
 *
 * @param mayAsk who looks may write down that the owner asked
 * @param open the proposal that waits for its decision
 * @param mayPropose who looks may propose disposal now
 * @param early they could, but the goods are still kept
 * @param mayDecide who looks may approve or reject the open proposal
 * @param own who looks proposed it
 * @param at when the page was made
 */
public record LeftoverModel(
    Leftover goods,
    List<TimelineEntry> steps,
    boolean mayAsk,
    Optional<Disposal> open,
    boolean mayPropose,
    boolean early,
    boolean mayDecide,
    boolean own,
    Instant at,
    Form form) {

  /** The ways to choose from. */
  public List<Choice> ways(Frame frame) {
    return Arrays.stream(Disposal.Way.values())
        .map(way -> Choice.of(way.name(), frame.text("leftovers.way." + way)))
        .toList();
  }

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
