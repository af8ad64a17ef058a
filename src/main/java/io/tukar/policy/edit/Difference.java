package io.tukar.policy.edit;

import io.tukar.kernel.Words;
import java.util.Optional;

/**
 * One thing that two versions of a policy say differently.
 *
 * @param clause the clause's id; empty for the head
 * @param words it in a sentence without its clause
 * @param before the text before, where there are texts to compare
 * @param after the text after
 */
public record Difference(
    String clause, Words words, Optional<Texts> before, Optional<Texts> after) {

  /**
   * A text in both languages; empty where a language lacks.
   *
   * @param indonesian the same as the English where it has no language
   */
  public record Texts(String indonesian, String english) {}

  static Difference of(String clause, Words words) {
    return new Difference(clause, words, Optional.empty(), Optional.empty());
  }
}
