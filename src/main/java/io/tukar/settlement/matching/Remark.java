package io.tukar.settlement.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A bank's remark taken apart: its words, and the case numbers somebody wrote into it. */
final class Remark {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Digits after the letters; banks break lines within a number and drop its dashes. */
  private static final Pattern NUMBER = Pattern.compile("RMA((?:[^A-Z0-9]{0,2}[0-9]){9,13})");

  /** A year of four digits and a running number of five at least. */
  private static final int NUMBER_DIGITS_MIN = 9;

  /** Words shorter than this tell nobody from another. */
  private static final int NAME_CHARS_MIN = 3;

  private static final Set<String> TITLES =
      Set.of("TBK", "BPK", "BAPAK", "IBU", "SDR", "SDRI", "DRS", "TOKO", "PERSERO");

  private final List<String> words;
  private final Set<String> numbers;

  private Remark(List<String> words, Set<String> numbers) {
    this.words = words;
    this.numbers = numbers;
  }

  static Remark of(String text) {
    var upper = text.toUpperCase(Locale.ROOT);
    var numbers = new HashSet<String>();
    var found = NUMBER.matcher(upper);
    while (found.find()) {
      var digits = digits(found.group(1));
      for (int length = NUMBER_DIGITS_MIN; length <= digits.length(); length++) {
        numbers.add(digits.substring(0, length));
      }
    }
    return new Remark(
        NO_WORD.splitAsStream(upper).filter(word -> !word.isEmpty()).toList(), numbers);
  }

  /** A case number's digits, as {@link #numbers} has them. */
  static String digits(String number) {
    return number.replaceAll("[^0-9]", "");
  }

  /** The words of a name by which people are told apart, without titles and forms of company. */
  static Set<String> nameWords(String name) {
    var words = new HashSet<String>();
    NO_WORD
        .splitAsStream(name.toUpperCase(Locale.ROOT))
        .filter(word -> word.length() >= NAME_CHARS_MIN && !TITLES.contains(word))
        .forEach(words::add);
    return words;
  }

  List<String> words() {
    return words;
  }

  /** The digits of every number it may name; where one runs into the next digits, each reading. */
  Set<String> numbers() {
    return numbers;
  }

  /** True where each of the words is there; the last of the remark may be cut off. */
  boolean hasAll(Set<String> nameWords) {
    if (nameWords.isEmpty() || words.isEmpty()) {
      return false;
    }
    var last = words.getLast();
    var whole = 0;
    for (var word : nameWords) {
      if (words.contains(word)) {
        whole++;
      } else if (last.length() < NAME_CHARS_MIN || !word.startsWith(last)) {
        return false;
      }
    }
    return whole > 0;
  }
}
