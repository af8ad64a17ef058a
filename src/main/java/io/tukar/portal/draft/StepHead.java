package io.tukar.portal.draft;

import java.time.Instant;

/**
 * What every page of a request shows around its question.
 *
 * @param back the page before; empty on the first
 * @param action where the answer is posted
 * @param stage the part of the journey, counted from 1
 * @param item the item the question is about; empty where it is about the whole
 * @param startedAt the first contact (clause P9)
 */
public record StepHead(String back, String action, int stage, String item, Instant startedAt) {

  static StepHead of(Writing writing, Step step) {
    return new StepHead(
        writing.pathBefore(step),
        writing.path(step),
        step.question().stage().place(),
        step.line() == 0 ? "" : writing.item(step.line()).name(),
        writing.draft().startedAt());
  }
}
