package io.tukar.desk.leftovers;

import io.tukar.rma.Leftover;
import io.tukar.rma.Leftovers;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Tab;
import java.time.Instant;
import java.util.List;

/**
 * A page of the goods nobody claims.
 *
 * @param show which are shown, as in the address
 * @param rows those that are or were counted; empty where {@code untold} is shown
 * @param untold refused goods that nobody counts yet
 * @param storageDays how long goods are kept from the first notice on
 * @param at when the page was made
 * @param form of how long goods are kept, or of what was refused
 */
public record LeftoversModel(
    String show,
    List<Tab> tabs,
    List<Leftover> rows,
    List<Leftovers.Untold> untold,
    int page,
    int last,
    int storageDays,
    Instant at,
    boolean mayCount,
    boolean mayLimit,
    Form form) {

  /** The address of this list without its page, which follows. */
  public String pages() {
    return "/desk/stock/leftovers?show=" + show + "&page=";
  }

  /** What a row is about. */
  public String name(Frame frame, Leftover goods) {
    return LeftoverModel.name(frame, goods);
  }

  /** How long it is still kept, in words. */
  public String left(Frame frame, Leftover goods) {
    return LeftoverModel.left(frame, goods, at);
  }
}
