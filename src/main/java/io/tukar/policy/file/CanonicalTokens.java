package io.tukar.policy.file;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Takes what a JSON text holds next, where it is as the canonical form has it. */
final class CanonicalTokens {

  private CanonicalTokens() {}

  static JsonParser opened(JsonParser in) {
    expect(in.nextToken() == JsonToken.START_OBJECT);
    return in;
  }

  /** The name of the object's first field; null at its end. */
  static @Nullable String first(JsonParser in) {
    return next(in, "");
  }

  /** The name of the next field, which comes later in order; null at the end of the object. */
  static @Nullable String next(JsonParser in, String before) {
    var name = in.nextName();
    if (name == null) {
      expect(in.currentToken() == JsonToken.END_OBJECT);
      return null;
    }
    expect(name.compareTo(before) > 0);
    return name;
  }

  static String text(JsonParser in) {
    in.nextToken();
    return textNow(in);
  }

  static String textNow(JsonParser in) {
    expect(in.currentToken() == JsonToken.VALUE_STRING);
    return in.getString();
  }

  static long number(JsonParser in) {
    expect(in.nextToken() == JsonToken.VALUE_NUMBER_INT);
    return in.getLongValue();
  }

  static boolean yesNo(JsonParser in) {
    var token = in.nextToken();
    expect(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE);
    return token == JsonToken.VALUE_TRUE;
  }

  static <T> T one(Map<String, T> known, String word) {
    return there(known.get(word));
  }

  static <T> T there(@Nullable T value) {
    if (value == null) {
      throw new Otherwise();
    }
    return value;
  }

  static void expect(boolean asWritten) {
    if (!asWritten) {
      throw new Otherwise();
    }
  }

  /** Something is written otherwise than the writer writes. */
  static final class Otherwise extends RuntimeException {

    private static final long serialVersionUID = 1;

    Otherwise() {
      super("Not in the canonical form", null, false, false);
    }
  }
}
