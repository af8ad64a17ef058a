package io.tukar.portal.draft;

import io.tukar.kernel.Refusal;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Symptom;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Why, and for what does not work, how it shows. */
@Controller
final class ReasonPage {

  private static final String TEMPLATE = "portal/choices";

  private static final OneOf<ReturnReason> REASON =
      new OneOf<>(
          Question.REASON,
          "reason",
          List.of(ReturnReason.values()),
          Picture::of,
          DraftForm.Line::reason,
          DraftForm.Line::because);

  private static final OneOf<Symptom> SYMPTOM =
      new OneOf<>(
          Question.SYMPTOM,
          "symptom",
          List.of(Symptom.values()),
          Picture::of,
          DraftForm.Line::symptom,
          DraftForm.Line::showing);

  private final DraftDesk drafts;

  ReasonPage(DraftDesk drafts) {
    this.drafts = drafts;
  }

  /**
   * A question of which one of a few answers is chosen.
   *
   * @param field of the form, and the name of its messages
   */
  private record OneOf<E extends Enum<E>>(
      Question question,
      String field,
      List<E> answers,
      Function<E, String> picture,
      Function<DraftForm.Line, @Nullable E> chosen,
      BiFunction<DraftForm.Line, E, DraftForm.Line> choosing) {

    Optional<E> named(String name) {
      return answers.stream().filter(answer -> answer.name().equals(name)).findFirst();
    }

    Choices model(Writing writing, DraftForm.Line line, Form form) {
      var messages = "portal." + field;
      var before = chosen.apply(line);
      return new Choices(
          StepHead.of(writing, new Step(question, line.no())),
          form,
          messages,
          field,
          answers.stream()
              .map(
                  answer ->
                      new Choices.Choice(
                          answer.name(), messages + "." + answer, picture.apply(answer)))
              .toList(),
          before == null ? "" : before.name());
    }
  }

  @GetMapping("/pengajuan/{id}/masalah/{line}")
  Reply reasons(@PathVariable UUID id, @PathVariable int line) {
    return show(id, line, REASON);
  }

  @PostMapping("/pengajuan/{id}/masalah/{line}")
  Reply because(
      @PathVariable UUID id,
      @PathVariable int line,
      @RequestParam(defaultValue = "") String reason,
      Frame frame) {
    return choose(id, line, REASON, reason, frame);
  }

  @GetMapping("/pengajuan/{id}/gejala/{line}")
  Reply symptoms(@PathVariable UUID id, @PathVariable int line) {
    return show(id, line, SYMPTOM);
  }

  @PostMapping("/pengajuan/{id}/gejala/{line}")
  Reply showing(
      @PathVariable UUID id,
      @PathVariable int line,
      @RequestParam(defaultValue = "") String symptom,
      Frame frame) {
    return choose(id, line, SYMPTOM, symptom, frame);
  }

  private Reply show(UUID id, int line, OneOf<?> asked) {
    return drafts.page(
        id, line, (writing, one) -> Page.of(TEMPLATE, asked.model(writing, one, Form.blank())));
  }

  private <E extends Enum<E>> Reply choose(
      UUID id, int line, OneOf<E> asked, String name, Frame frame) {
    return drafts.page(
        id,
        line,
        (writing, one) ->
            asked
                .named(name)
                .map(
                    answer -> writing.form().with(line, now -> asked.choosing().apply(now, answer)))
                .map(form -> drafts.answered(writing, form, frame.language()))
                .orElseGet(
                    () ->
                        Page.refused(TEMPLATE, asked.model(writing, one, missing(asked.field())))));
  }

  private static Form missing(String field) {
    return Form.of(Map.of()).with(Refusal.of("choice-missing", field));
  }
}
