package io.tukar.portal.draft;

import io.tukar.kernel.Refusal;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Symptom;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Reply;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Why, and for what does not work, how it shows. */
@Controller
final class ReasonPage {

  private static final String TEMPLATE = "portal/choices";

  private final DraftDesk drafts;

  ReasonPage(DraftDesk drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/pengajuan/{id}/masalah/{line}")
  Reply reasons(@PathVariable UUID id, @PathVariable int line) {
    return drafts.page(
        id, line, (writing, one) -> Page.of(TEMPLATE, reasons(writing, one, Form.blank())));
  }

  @PostMapping("/pengajuan/{id}/masalah/{line}")
  Reply because(
      @PathVariable UUID id,
      @PathVariable int line,
      @RequestParam(defaultValue = "") String reason,
      Frame frame) {
    return drafts.page(
        id,
        line,
        (writing, one) ->
            named(ReturnReason.values(), reason)
                .map(why -> writing.form().with(line, asked -> asked.because(why)))
                .map(form -> drafts.answered(writing, form, frame.language()))
                .orElseGet(() -> Page.refused(TEMPLATE, reasons(writing, one, missing("reason")))));
  }

  @GetMapping("/pengajuan/{id}/gejala/{line}")
  Reply symptoms(@PathVariable UUID id, @PathVariable int line) {
    return drafts.page(
        id, line, (writing, one) -> Page.of(TEMPLATE, symptoms(writing, one, Form.blank())));
  }

  @PostMapping("/pengajuan/{id}/gejala/{line}")
  Reply showing(
      @PathVariable UUID id,
      @PathVariable int line,
      @RequestParam(defaultValue = "") String symptom,
      Frame frame) {
    return drafts.page(
        id,
        line,
        (writing, one) ->
            named(Symptom.values(), symptom)
                .map(what -> writing.form().with(line, asked -> asked.showing(what)))
                .map(form -> drafts.answered(writing, form, frame.language()))
                .orElseGet(
                    () -> Page.refused(TEMPLATE, symptoms(writing, one, missing("symptom")))));
  }

  private static Form missing(String field) {
    return Form.of(Map.of()).with(Refusal.of("choice-missing", field));
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }

  private static Choices reasons(Writing writing, DraftForm.Line line, Form form) {
    return new Choices(
        StepHead.of(writing, new Step(Question.REASON, line.no())),
        form,
        "portal.reason",
        "reason",
        Arrays.stream(ReturnReason.values())
            .map(
                reason ->
                    new Choices.Choice(
                        reason.name(), "portal.reason." + reason, Picture.of(reason)))
            .toList(),
        line.reason() == null ? "" : line.reason().name());
  }

  private static Choices symptoms(Writing writing, DraftForm.Line line, Form form) {
    return new Choices(
        StepHead.of(writing, new Step(Question.SYMPTOM, line.no())),
        form,
        "portal.symptom",
        "symptom",
        Arrays.stream(Symptom.values())
            .map(
                symptom ->
                    new Choices.Choice(
                        symptom.name(), "portal.symptom." + symptom, Picture.of(symptom)))
            .toList(),
        line.symptom() == null ? "" : line.symptom().name());
  }
}
