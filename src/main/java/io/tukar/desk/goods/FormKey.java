package io.tukar.desk.goods;

import java.util.UUID;
import java.util.regex.Pattern;

/** The key made with a form: the same form sent twice is booked once. */
public final class FormKey {

  private static final Pattern WRITTEN =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private FormKey() {}

  /** The key that came back with the form; a new one where it is none. */
  public static UUID read(String typed) {
    return WRITTEN.matcher(typed).matches() ? UUID.fromString(typed) : UUID.randomUUID();
  }
}
