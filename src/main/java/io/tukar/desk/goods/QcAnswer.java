package io.tukar.desk.goods;

import io.tukar.stock.qc.QcStep;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a step, from a button, a key, or one of the printed control barcodes {@code
 * TUKAR-OK} and {@code TUKAR-NG}.
 *
 * @param seen what was read off the unit; null where nothing was
 */
record QcAnswer(boolean passed, @Nullable String seen) {

  static final String OK = "TUKAR-OK";
  static final String NOT_OK = "TUKAR-NG";

  /** Empty where nothing that answers the step was typed. */
  static Optional<QcAnswer> read(QcStep.Kind kind, Map<String, String> fields) {
    var button = fields.getOrDefault("verdict", "");
    var typed = fields.getOrDefault("answer", "").strip();
    return switch (button) {
      case "ok" -> Optional.of(new QcAnswer(true, empty(typed)));
      case "no" -> Optional.of(new QcAnswer(false, empty(typed)));
      default -> typed(kind, typed);
    };
  }

  private static Optional<QcAnswer> typed(QcStep.Kind kind, String typed) {
    var code = typed.toUpperCase(Locale.ROOT);
    if (code.equals(NOT_OK)) {
      return Optional.of(new QcAnswer(false, null));
    }
    return switch (kind) {
      // What is read may itself be 1 or 2.
      case READ ->
          typed.isEmpty() || code.equals(OK)
              ? Optional.empty()
              : Optional.of(new QcAnswer(true, typed));
      case CHECK, PHOTO ->
          switch (code) {
            case "1", OK -> Optional.of(new QcAnswer(true, null));
            case "2" -> Optional.of(new QcAnswer(false, null));
            default -> Optional.empty();
          };
    };
  }

  private static @Nullable String empty(String typed) {
    return typed.isEmpty() || typed.equals("1") || typed.equals("2") ? null : typed;
  }
}
