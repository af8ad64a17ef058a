package io.tukar.desk.studio;

import io.tukar.policy.decision.Outcome;
import io.tukar.policy.replay.Flip;
import io.tukar.web.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which flips are looked at; what is empty leaves nothing out.
 *
 * @param reason a word of the policy file, such as {@code dead-on-arrival}
 * @param turn two outcomes, as {@link #turn} writes them
 * @param clause a clause that is the reason of the flip
 */
public record FlipFilter(String reason, String product, String turn, String clause) {

  private static final int CHARS_MAX = 64;

  static FlipFilter of(Map<String, String> asked) {
    return new FlipFilter(
        text(asked, "reason"),
        text(asked, "product").toUpperCase(Locale.ROOT),
        text(asked, "turn"),
        text(asked, "clause"));
  }

  private static String text(Map<String, String> asked, String name) {
    var typed = asked.getOrDefault(name, "").strip();
    return typed.substring(0, Math.min(typed.length(), CHARS_MAX));
  }

  /** From one outcome to another, in an address. */
  public static String turn(Outcome was, Outcome would) {
    return was.name() + "." + would.name();
  }

  boolean matches(Flip flip) {
    return (reason.isEmpty() || reason.equals(SimulationModel.word(flip.reason())))
        && (product.isEmpty() || product.equals(flip.product().value()))
        && (turn.isEmpty() || turn.equals(turn(flip.was(), flip.would())))
        && (clause.isEmpty() || flip.clauses().contains(clause));
  }

  /** Whether nothing is left out. */
  public boolean isEmpty() {
    return fields().isEmpty();
  }

  /** The form that asks for it. */
  public Form form() {
    return Form.of(fields());
  }

  /** It as the query of an address, without the question mark. */
  public String query() {
    return fields().entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("reason", reason);
    fields.put("product", product);
    fields.put("turn", turn);
    fields.put("clause", clause);
    fields.values().removeIf(String::isEmpty);
    return fields;
  }
}
