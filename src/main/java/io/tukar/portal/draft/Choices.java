package io.tukar.portal.draft;

import io.tukar.web.Form;
import java.util.List;

/**
 * A question that one tap answers.
 *
 * @param key of the question's messages: {@code portal.<key>.title} and so on
 * @param chosen the answer given before; empty for none
 */
public record Choices(
    StepHead head, Form form, String key, String field, List<Choice> choices, String chosen) {

  /** An answer: its value, the key of its words, its picture. */
  public record Choice(String value, String textKey, String picture) {}
}
