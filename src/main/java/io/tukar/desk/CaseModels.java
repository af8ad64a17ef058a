package io.tukar.desk;

import io.tukar.kernel.Answer;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.LostRemedy;
import io.tukar.settlement.PaymentCodes;
import io.tukar.settlement.SettlementPlan;
import io.tukar.shipping.Quote;
import io.tukar.staff.May;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a case for whoever looks at it. */
@Component
class CaseModels {

  /** Fields that are the form's own, not somebody's words. */
  private static final List<String> OWN_FIELDS = List.of("_csrf", "version", "preview");

  private final ExchangeDesk desk;
  private final PaymentCodes codes;

  CaseModels(ExchangeDesk desk, PaymentCodes codes) {
    this.desk = desk;
    this.codes = codes;
  }

  /** The page with the form somebody asked for, or with the step that is most likely next. */
  CaseModel opened(Frame frame, CaseView view, @Nullable String act, @Nullable String done) {
    var actions = actions(frame, view);
    var asked = Optional.ofNullable(act).flatMap(CaseAction::parse).filter(actions::contains);
    var open = asked.or(() -> next(view, actions));
    var form = open.map(action -> Form.of(fresh(view, action))).orElse(Form.blank());
    return model(
        frame,
        view,
        open,
        form,
        asked.isPresent(),
        Optional.ofNullable(done).flatMap(CaseAction::parse),
        Map.of());
  }

  private static Optional<CaseAction> next(CaseView view, List<CaseAction> actions) {
    return view.rma().toSendAhead() && actions.contains(CaseAction.DISPATCH)
        ? Optional.of(CaseAction.DISPATCH)
        : actions.stream().findFirst().filter(CaseModels::pressing);
  }

  /**
   * The page again, with what was typed and why it was refused. Where the case has moved on and the
   * form no longer fits it, what was typed is shown to be copied.
   */
  CaseModel refused(Frame frame, CaseView view, CaseAction action, Form form) {
    var legal = actions(frame, view).contains(action);
    return model(
        frame,
        view,
        legal ? Optional.of(action) : Optional.empty(),
        form,
        true,
        Optional.empty(),
        legal ? Map.of() : lost(form));
  }

  /** The page again, after a note or a photo was refused. */
  CaseModel said(Frame frame, CaseView view, Form form) {
    return model(
        frame, view, Optional.empty(), Form.blank(), false, Optional.empty(), Map.of(), form);
  }

  private CaseModel model(
      Frame frame,
      CaseView view,
      Optional<CaseAction> open,
      Form form,
      boolean asked,
      Optional<CaseAction> done,
      Map<String, String> lost) {
    return model(frame, view, open, form, asked, done, lost, Form.of(Map.of("slot", "UNIT")));
  }

  private CaseModel model(
      Frame frame,
      CaseView view,
      Optional<CaseAction> open,
      Form form,
      boolean asked,
      Optional<CaseAction> done,
      Map<String, String> lost,
      Form said) {
    var words = new CaseWords(frame);
    return new CaseModel(
        view,
        actions(frame, view),
        open,
        form,
        said,
        May.ADD_PHOTOS.allows(Badge.of(frame).role()),
        asked,
        plan(view, open, form),
        done,
        lost,
        words,
        words.tracks(view),
        words.proofs(view),
        words.timeline(view),
        "/desk/next?after=" + view.number());
  }

  private static List<CaseAction> actions(Frame frame, CaseView view) {
    return CaseAction.open(view.rma(), Badge.of(frame).role()).stream()
        .filter(action -> action != CaseAction.ASK_EVIDENCE || view.lacksPhotos())
        .filter(action -> action != CaseAction.REST || !view.arrivals().isEmpty())
        .filter(action -> action != CaseAction.LOST || !view.losable().isEmpty())
        .filter(action -> action != CaseAction.PICKUP || view.hints().shopPaysWayHere())
        .toList();
  }

  /** Whether a step is opened unasked: those that move the case on, not those that end it. */
  private static boolean pressing(CaseAction action) {
    return switch (action) {
      case AUTHORIZE, RECEIVE, INSPECT, SETTLE, PAID_IN, PAID_OUT, DISPATCH, SEND_BACK -> true;
      case ASK_EVIDENCE,
          DECLINE,
          WAYBILL,
          PICKUP,
          LOST,
          OFFER_STOCK,
          CONTEST,
          REST,
          ADVANCE,
          NO_ADVANCE,
          GIVE_UP,
          CLOSE,
          REOPEN,
          WITHDRAW,
          CANCEL ->
          false;
    };
  }

  private Map<String, String> fresh(CaseView view, CaseAction action) {
    var fields = new HashMap<String, String>();
    switch (action) {
      case AUTHORIZE ->
          action.lines(view.rma()).forEach(line -> fields.put("line-" + line.lineNo(), "true"));
      case DISPATCH, SEND_BACK -> {
        action.lines(view.rma()).forEach(line -> fields.put("line-" + line.lineNo(), "true"));
        fields.put("courier", "JNE");
      }
      case WAYBILL -> fields.put("courier", "JNE");
      case LOST -> {
        var lost = view.losable();
        if (!lost.isEmpty()) {
          fields.put("parcel", Long.toString(lost.getLast().id()));
        }
        var back = !lost.isEmpty() && LostRemedy.SEND_AGAIN.fits(lost.getLast().leg());
        fields.put("remedy", (back ? LostRemedy.SEND_AGAIN : LostRemedy.END).name());
      }
      case PICKUP -> fields.put("weight", Integer.toString(view.hints().grams()));
      case SETTLE -> {
        view.hints().receipt().ifPresent(cost -> fields.put("toShop", "" + cost.minor()));
        if (view.hints().wayBack() instanceof Quote.Known(_, _, var cost)) {
          fields.put("toCustomer", "" + cost.minor());
        }
      }
      case CONTEST, REOPEN, GIVE_UP, REST -> {
        var lines = action.lines(view.rma());
        if (lines.size() == 1) {
          fields.put("line-" + lines.getFirst().lineNo(), "true");
        }
      }
      case PAID_IN ->
          fields.put(
              "amount",
              Long.toString(codes.asked(view.rma().id(), view.rma().balance()).amount().minor()));
      case PAID_OUT -> fields.put("amount", Long.toString(-view.rma().balance().minor()));
      case ASK_EVIDENCE,
          DECLINE,
          RECEIVE,
          INSPECT,
          ADVANCE,
          NO_ADVANCE,
          OFFER_STOCK,
          CLOSE,
          WITHDRAW,
          CANCEL -> {}
    }
    return fields;
  }

  private Optional<SettlementPlan> plan(CaseView view, Optional<CaseAction> open, Form form) {
    if (open.filter(action -> action == CaseAction.SETTLE).isEmpty()) {
      return Optional.empty();
    }
    var costs = CaseSteps.costs(new Typed(form.typed()));
    return switch (desk.previewSettlement(view.rma().id(), costs)) {
      case Answer.Done<SettlementPlan>(var plan) -> Optional.of(plan);
      case Answer.Refused<SettlementPlan> refused -> Optional.empty();
    };
  }

  private static Map<String, String> lost(Form form) {
    var lost = new HashMap<String, String>();
    form.typed()
        .forEach(
            (name, value) -> {
              if (!OWN_FIELDS.contains(name) && !value.isBlank() && !value.equals("true")) {
                lost.put(name, value);
              }
            });
    return lost;
  }
}
