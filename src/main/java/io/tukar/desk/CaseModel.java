package io.tukar.desk;

import io.tukar.policy.decision.Outcome;
import io.tukar.settlement.SettlementPlan;
import io.tukar.shipping.Quote;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.ProofLine;
import io.tukar.web.TimelineEntry;
import io.tukar.web.TrackState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The page of a case.
 *
 * @param actions what may be done now, by this member of staff
 * @param open the action whose form is open
 * @param form what was typed into it
 * @param said what was typed as a note or beside photos
 * @param asked somebody asked for the form: the keyboard goes there
 * @param plan the settlement as it would be posted; empty where nothing is to be settled
 * @param done the action that was just done, to be confirmed in words
 * @param lost what was typed into a form that no longer fits the case, by its field
 * @param proofs by line number
 * @param next where the next case of the work queue is
 */
public record CaseModel(
    CaseView view,
    List<CaseAction> actions,
    Optional<CaseAction> open,
    Form form,
    Form said,
    boolean mayAddPhotos,
    boolean asked,
    Optional<SettlementPlan> plan,
    Optional<CaseAction> done,
    Map<String, String> lost,
    CaseWords words,
    List<TrackState> tracks,
    Map<Integer, List<ProofLine>> proofs,
    List<TimelineEntry> timeline,
    String next) {

  /** The lines the open form is about. */
  public List<CaseView.Line> lines() {
    return open.map(
            action ->
                action.lines(view.rma()).stream()
                    .flatMap(line -> view.line(line.lineNo()).stream())
                    .toList())
        .orElse(List.of());
  }

  /** Where the open action is done with a scanner in hand; empty where it has a form here. */
  public Optional<String> station() {
    return open.flatMap(action -> action.station(view.number()));
  }

  /** What the tariff says of the parcel the open form is about. */
  public Optional<Quote> way() {
    return open.flatMap(
        action ->
            switch (action) {
              case WAYBILL, PICKUP -> Optional.of(view.hints().wayHere());
              case DISPATCH, SEND_BACK -> Optional.of(view.hints().wayBack());
              default -> Optional.<Quote>empty();
            });
  }

  /** The policy itself would not let a line through: doing so needs a written reason. */
  public boolean against() {
    return lines().stream()
        .flatMap(line -> line.judged().stream())
        .map(kept -> kept.decision().outcome())
        .anyMatch(outcome -> outcome == Outcome.DECLINED || outcome == Outcome.NEEDS_EVIDENCE);
  }

  /** The photos that are missing, by name. */
  public String missing(Frame frame) {
    return lines().stream()
        .flatMap(line -> line.judged().stream())
        .flatMap(kept -> kept.decision().missingPhotos().stream())
        .distinct()
        .map(slot -> frame.text("desk.slot." + slot))
        .collect(Collectors.joining(", "));
  }

  /** Whether the form begins with something to type, so that the keyboard goes there. */
  public static boolean types(CaseAction action) {
    return switch (action) {
      case DECLINE,
          WAYBILL,
          PICKUP,
          LOST,
          CONTEST,
          ADVANCE,
          NO_ADVANCE,
          GIVE_UP,
          PAID_IN,
          PAID_OUT,
          DISPATCH,
          SEND_BACK ->
          true;
      case AUTHORIZE,
          ASK_EVIDENCE,
          RECEIVE,
          INSPECT,
          REST,
          SETTLE,
          OFFER_STOCK,
          CLOSE,
          REOPEN,
          WITHDRAW,
          CANCEL ->
          false;
    };
  }
}
