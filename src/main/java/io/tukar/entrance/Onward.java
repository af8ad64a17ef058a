package io.tukar.entrance;

import java.util.regex.Pattern;

/** Where to go after signing in: a page of the desk, never another site. */
record Onward(String path) {

  static final Onward HOME = new Onward("/desk");
  private static final int CHARS_MAX = 500;
  private static final Pattern PAGE = Pattern.compile("/desk(/[!-\\[\\]-~]*|\\?[!-\\[\\]-~]*)?");

  /** The page asked for, or the desk's first page where that is none of the desk's. */
  static Onward of(String text) {
    return text.length() <= CHARS_MAX
            && PAGE.matcher(text).matches()
            && !text.startsWith(SignInPage.PATH)
            && !text.startsWith(SignInPage.PATH_OUT)
        ? new Onward(text)
        : HOME;
  }
}
