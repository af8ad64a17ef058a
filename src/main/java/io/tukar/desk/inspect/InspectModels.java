package io.tukar.desk.inspect;

import io.tukar.desk.ActorNames;
import io.tukar.desk.CaseWords;
import io.tukar.evidence.Album;
import io.tukar.evidence.Photos;
import io.tukar.inspection.Check;
import io.tukar.inspection.Contents;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.InspectionBench;
import io.tukar.inspection.Proposal;
import io.tukar.inspection.Seen;
import io.tukar.inspection.UnitLook;
import io.tukar.inspection.UnitLooks;
import io.tukar.kernel.Answer;
import io.tukar.kernel.SerialNumber;
import io.tukar.orders.OrderBook;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Outcome;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.LineInspection;
import io.tukar.rma.LineState;
import io.tukar.rma.Note;
import io.tukar.rma.Notes;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import io.tukar.stock.Catalogue;
import io.tukar.stock.ShippedUnits;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.ProofLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a line on the bench, at the step that is next. */
@Component
class InspectModels {

  private final Catalogue catalogue;
  private final OrderBook orders;
  private final ShippedUnits shipped;
  private final UnitLooks looks;
  private final InspectionBench bench;
  private final Contents contents;
  private final Photos photos;
  private final ExchangeDesk desk;
  private final ActorNames actors;
  private final Notes notes;

  InspectModels(
      Catalogue catalogue,
      OrderBook orders,
      ShippedUnits shipped,
      UnitLooks looks,
      InspectionBench bench,
      Contents contents,
      Photos photos,
      ExchangeDesk desk,
      ActorNames actors,
      Notes notes) {
    this.catalogue = catalogue;
    this.orders = orders;
    this.shipped = shipped;
    this.looks = looks;
    this.bench = bench;
    this.contents = contents;
    this.photos = photos;
    this.desk = desk;
    this.actors = actors;
    this.notes = notes;
  }

  /** The looks at a line that wait for its verdict. */
  List<UnitLook> looks(Rma rma, RmaLine line) {
    return looks.open(rma.id(), line.lineNo());
  }

  InspectModel of(Frame frame, Rma rma, RmaLine line, Map<String, String> asked, Form form) {
    var looked = looks(rma, line);
    var inHand = inHand(line, looked, asked);
    var product =
        Optional.ofNullable(catalogue.products(List.of(line.sku())).get(line.sku())).orElseThrow();
    var done = inHand == null && count(looked) >= line.quantity();
    var toDecide =
        done
            ? Optional.of(toDecide(frame, rma, line, looked))
            : Optional.<InspectModel.ToDecide>empty();
    return new InspectModel(
        rma,
        rma.in(LineState.RECEIVED),
        line,
        product,
        sold(rma, line),
        looked,
        inHand,
        photos.list(new Album.OfCase(rma.id())).stream()
            .filter(photo -> line.shares(photo.caption().lineNo()))
            .toList(),
        line.again() ? said(rma) : Optional.empty(),
        toDecide,
        actors.of(looked.stream().map(UnitLook::startedBy).distinct().toList()),
        form.isRefused() ? form : Form.of(fresh(toDecide, looked)));
  }

  /** What was said last against a finding. */
  private Optional<String> said(Rma rma) {
    return notes.of(rma.id()).reversed().stream()
        .filter(note -> note.kind() == Note.Kind.CONTEST)
        .map(Note::text)
        .findFirst();
  }

  private List<SerialNumber> sold(Rma rma, RmaLine line) {
    var left =
        new ArrayList<>(
            line.partOf() == null ? orders.serialsOf(line.soldItemId()) : List.<SerialNumber>of());
    var sent = shipped.of(rma.id());
    left.addAll(sent.getOrDefault(line.origin(), List.of()));
    left.addAll(sent.getOrDefault(line.lineNo(), List.of()));
    return left.stream().distinct().toList();
  }

  /** The check that is asked for again, else the first that is open. */
  private InspectModel.@Nullable InHand inHand(
      RmaLine line, List<UnitLook> looked, Map<String, String> asked) {
    for (var look : looked) {
      var guide = Check.guidedBy(line.reason(), bench.macOf(look).isPresent());
      var again =
          Long.toString(look.id()).equals(asked.get("look"))
              ? guide.stream().filter(one -> one.name().equals(asked.get("check"))).findFirst()
              : Optional.<Check>empty();
      var check = again.or(() -> look.next(guide));
      if (check.isPresent()) {
        return new InspectModel.InHand(
            look,
            check.get(),
            guide.indexOf(check.get()) + 1,
            guide.size(),
            contents.of(line.sku()),
            bench.sentOutOn(look),
            bench.macOf(look));
      }
    }
    return null;
  }

  private InspectModel.ToDecide toDecide(
      Frame frame, Rma rma, RmaLine line, List<UnitLook> looked) {
    var proposal = Proposal.of(line.reason(), looked);
    var report =
        new LineInspection(
            line.lineNo(),
            Seen.of(looked),
            proposal.verdict(),
            proposal.fault(),
            proposal.disposition(),
            null,
            null);
    Optional<Decision> decision =
        switch (desk.previewInspection(rma.id(), List.of(report))) {
          case Answer.Done<Map<Integer, Decision>>(var said) ->
              Optional.ofNullable(said.get(line.lineNo()));
          case Answer.Refused<Map<Integer, Decision>> refused -> Optional.empty();
        };
    var proof = decision.map(new CaseWords(frame)::proof).orElse(List.<ProofLine>of());
    return new InspectModel.ToDecide(
        fitting(proposal, decision), decision, proof, Proposal.unlike(line.reason(), looked));
  }

  /** What the policy declines goes back to the customer. */
  private static Proposal fitting(Proposal proposal, Optional<Decision> decision) {
    return decision.filter(said -> said.outcome() == Outcome.DECLINED).isPresent()
        ? new Proposal(proposal.verdict(), proposal.fault(), Disposition.SEND_BACK)
        : proposal;
  }

  private static Map<String, String> fresh(
      Optional<InspectModel.ToDecide> toDecide, List<UnitLook> looked) {
    var fields = new HashMap<String, String>();
    toDecide.ifPresent(
        one -> {
          fields.put("verdict", one.proposal().verdict().name());
          fields.put("fault", one.proposal().fault().name());
          fields.put("disposition", one.proposal().disposition().name());
          for (var look : looked) {
            fields.put(VerdictForm.apart(look), "");
            fields.put(SplitForm.of(look), one.unlike().contains(look.id()) ? "true" : "");
          }
        });
    return fields;
  }

  private static int count(List<UnitLook> looked) {
    return looked.stream().mapToInt(UnitLook::quantity).sum();
  }
}
