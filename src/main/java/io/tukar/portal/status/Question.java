package io.tukar.portal.status;

import java.util.List;

/**
 * "Are you sure?" before something that cannot be taken back.
 *
 * @param key of its words: title, text, button
 * @param about the item it is about; empty for the whole case
 * @param action where yes is posted
 */
public record Question(
    String key, String number, String about, String action, String back, int version) {

  /** Which of several lines; one is chosen without asking. */
  public record Lines(
      String number,
      String action,
      String back,
      int version,
      List<Choice> choices,
      boolean missing) {}

  /** A line to choose. */
  public record Choice(int no, String item, int quantity) {}
}
