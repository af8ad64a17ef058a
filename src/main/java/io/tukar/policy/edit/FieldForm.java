package io.tukar.policy.edit;

import io.tukar.kernel.Words;
import java.util.List;

/**
 * One field of a policy file as people fill it in: the one description that forms, differences in
 * words and the schema are made from.
 *
 * @param name as in the file
 * @param hint a line below the label
 * @param required whether a file without it is refused
 */
public record FieldForm(String name, Words label, Words hint, boolean required, Shape shape) {

  /** What a field holds. The forms are closed; a new field picks one. */
  public sealed interface Shape {}

  /** A whole number with the unit it counts. */
  public record WholeNumber(int min, int max, Words unit) implements Shape {}

  /** One word of a list. */
  public record OneWord(List<Option> options) implements Shape {}

  /** Several words of a list. */
  public record ManyWords(List<Option> options) implements Shape {}

  /** Several words of the shop's own. */
  public record OwnWords() implements Shape {}

  /** A line of text. */
  public record Line(int charsMax) implements Shape {}

  /** A text of some length. */
  public record Prose(int charsMax) implements Shape {}

  /** A text in Indonesian and English. */
  public record TwoLanguages(int charsMax) implements Shape {}

  /** A number and its unit, such as {@code 7 calendar}. */
  public record Period(int max, List<Option> units) implements Shape {}

  /**
   * For each of some keys several words of a list.
   *
   * @param added what is said when a word {0} is new for the key {1}
   * @param removed what is said when it is no longer there
   */
  public record ManyWordsByKey(List<Option> keys, List<Option> options, Words added, Words removed)
      implements Shape {}

  /**
   * For each of the shop's own words a whole number.
   *
   * @param otherwise the word that must be there, for all others
   */
  public record NumberByOwnWord(String otherwise, int min, int max, Words unit) implements Shape {}

  /**
   * A list of pairs: a word, and for it another.
   *
   * @param keyName the name of the first in the file
   * @param valueName the name of the second
   */
  public record Pairs(
      String keyName, List<Option> keys, String valueName, List<Option> values, Words valueLabel)
      implements Shape {}

  /** A word of the file and what people call it. */
  public record Option(String word, Words label) {}

  static FieldForm required(String name, Words label, Words hint, Shape shape) {
    return new FieldForm(name, label, hint, true, shape);
  }

  static FieldForm optional(String name, Words label, Words hint, Shape shape) {
    return new FieldForm(name, label, hint, false, shape);
  }
}
