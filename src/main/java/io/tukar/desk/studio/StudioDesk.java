package io.tukar.desk.studio;

import io.tukar.policy.edit.ClauseForm;
import io.tukar.policy.edit.PolicyText;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What lies on the studio's desk: the text as it now stands, which form is open, and what was typed
 * beside. Made from what the page sends; every action gives the next.
 *
 * @param clause the open form: a clause's place, or {@link PolicyText#HEAD}
 * @param asText the YAML itself is open
 * @param tried the inputs of the try-it panel
 */
record StudioDesk(PolicyText text, int clause, boolean asText, Map<String, String> tried) {

  private static final String INPUT = "c.";
  private static final String TRY = "t.";

  StudioDesk {
    tried = Map.copyOf(tried);
  }

  /** A text as it was stored, with this form open. */
  static StudioDesk opened(String text, String clause, boolean asText, Map<String, String> tried) {
    var read = PolicyText.of(text);
    return new StudioDesk(read, place(clause, read), asText || !read.isReadable(), tried);
  }

  /** What a page sent: its text, with what was typed into the open form. */
  static StudioDesk sent(Map<String, String> fields) {
    var tried = new HashMap<String, String>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith(TRY)) {
            tried.put(name, value);
          }
        });
    var desk =
        opened(
            fields.getOrDefault("text", ""),
            fields.getOrDefault("clause", ""),
            fields.getOrDefault("tab", "").equals("text"),
            tried);
    return desk.asText() || fields.keySet().stream().noneMatch(name -> name.startsWith(INPUT))
        ? desk
        : new StudioDesk(desk.text.filled(desk.clause, fields), desk.clause, false, tried);
  }

  /** The desk after a button that saves nothing. */
  StudioDesk after(String action, Map<String, String> fields, Map<String, String> example) {
    if (action.startsWith("open-")) {
      return opened(text.text(), action.substring("open-".length()), false, tried);
    }
    if (action.startsWith("example-")) {
      return new StudioDesk(text, clause, asText, example);
    }
    return switch (action) {
      case "text" -> new StudioDesk(text, clause, true, tried);
      case "form" -> opened(text.text(), String.valueOf(clause), false, tried);
      case "add" -> added(fields.getOrDefault("kind", ""));
      case "remove" ->
          clause == PolicyText.HEAD
              ? this
              : opened(text.without(clause).text(), String.valueOf(clause), false, tried);
      default -> this;
    };
  }

  private StudioDesk added(String kind) {
    return ClauseForm.of(kind)
        .map(ClauseForm::kind)
        .map(known -> text.withNew(known, freshId()))
        .map(more -> new StudioDesk(more, more.clauses().size() - 1, false, tried))
        .orElse(this);
  }

  private String freshId() {
    var taken = text.clauses().stream().map(PolicyText.Clause::id).toList();
    return IntStream.rangeClosed(1, taken.size() + 1)
        .mapToObj(i -> "N" + i)
        .filter(id -> !taken.contains(id))
        .findFirst()
        .orElseThrow();
  }

  private static int place(String typed, PolicyText text) {
    var last = text.clauses().size() - 1;
    return typed.matches("[0-9]{1,3}") ? Math.min(Integer.parseInt(typed), last) : PolicyText.HEAD;
  }
}
