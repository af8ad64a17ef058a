package io.tukar.desk.payout;

import io.tukar.payout.Payout;
import io.tukar.payout.Payouts;
import io.tukar.web.Form;
import io.tukar.web.Tab;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of money out.
 *
 * @param owed cases whose customers are owed something; only where those are shown
 * @param names of the staff among the proposers and approvers
 * @param mayPropose whether the viewer may propose and export
 * @param mayApprove whether the viewer may approve
 * @param me the viewer's reference
 * @param limit what one person may approve on a day, in rupiah
 * @param code a code the viewer has just been given; empty otherwise
 */
public record PayoutsModel(
    List<Tab> tabs,
    List<Tab> shows,
    PayoutsPage.Show show,
    List<Payouts.Owed> owed,
    List<Payout> rows,
    Map<String, String> names,
    boolean mayPropose,
    boolean mayApprove,
    String me,
    Optional<Long> limit,
    String code,
    int page,
    int last,
    Form form) {

  public PayoutsModel {
    owed = List.copyOf(owed);
    rows = List.copyOf(rows);
  }

  public String pages() {
    return PayoutsPage.PATH + "?show=" + show.slug() + "&page=";
  }

  /** Whether anything can be ticked to be proposed. */
  public boolean anyAccount() {
    return owed.stream().anyMatch(Payouts.Owed::account);
  }

  /** Whether this one may be approved by the viewer. */
  public boolean approvable(Payout payout) {
    return mayApprove && !payout.proposedBy().equals(me);
  }
}
