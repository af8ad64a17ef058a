package io.tukar.kernel;

import java.util.regex.Pattern;

/** What people paste: text from chats, contacts and web pages holds characters nobody sees. */
final class Typed {

  /** Direction marks, zero-width blanks, soft hyphens, byte order marks. */
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

  /** Hard, thin and wide blanks. */
  private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

  /** Hard hyphens, dashes and minus signs. */
  private static final Pattern HYPHEN = Pattern.compile("[\\p{Pd}\\u2212]");

  private static final int ASCII_MAX = 0x7f;

  private Typed() {}

  /** As it looks, with plain blanks and hyphens and none around it. */
  static String plain(String text) {
    if (text.chars().allMatch(c -> c <= ASCII_MAX)) {
      return text.strip();
    }
    var seen = UNSEEN.matcher(text).replaceAll("");
    return HYPHEN.matcher(BLANK.matcher(seen).replaceAll(" ")).replaceAll("-").strip();
  }
}
