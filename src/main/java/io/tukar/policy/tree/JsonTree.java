package io.tukar.policy.tree;

import io.tukar.kernel.Words;
import java.util.ArrayList;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON text from anybody: bounded in length and depth. */
public final class JsonTree {

  /** UTF-8 bytes of a text. */
  public static final int BYTES_MAX = 1024 * 1024;

  private static final int NESTING_MAX = 20;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(NESTING_MAX)
                  .maxDocumentLength(BYTES_MAX)
                  .build())
          .build();

  private JsonTree() {}

  /** Empty where the text is no JSON, with the problem told. */
  public static Optional<Tree> parse(String text, Problems problems) {
    if (problems.isTooLong(text, BYTES_MAX)) {
      return Optional.empty();
    }
    try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        problems.error(1, 1, Problems.EMPTY);
        return Optional.empty();
      }
      var tree = tree(parser);
      if (parser.nextToken() != null) {
        var at = parser.currentTokenLocation();
        problems.error(
            at.getLineNr(),
            at.getColumnNr(),
            new Words("masih ada teks setelah akhir", "more text after the end"));
        return Optional.empty();
      }
      return Optional.of(tree);
    } catch (JacksonException e) {
      var at = e.getLocation() == null ? TokenStreamLocation.NA : e.getLocation();
      var why = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unreadable");
      problems.error(
          Math.max(1, at.getLineNr()),
          Math.max(1, at.getColumnNr()),
          Problems.unreadable("JSON", why));
      return Optional.empty();
    }
  }

  private static Tree tree(JsonParser parser) {
    var token = parser.currentToken();
    var at = parser.currentTokenLocation();
    var line = at.getLineNr();
    var column = at.getColumnNr();
    if (token == JsonToken.START_OBJECT) {
      var entries = new ArrayList<Tree.Entry>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var name = text(parser);
        parser.nextToken();
        entries.add(new Tree.Entry(name, tree(parser)));
      }
      return new Tree.Named(entries, line, column);
    }
    if (token == JsonToken.START_ARRAY) {
      var items = new ArrayList<Tree>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(tree(parser));
      }
      return new Tree.Items(items, line, column);
    }
    return text(parser);
  }

  private static Tree.Text text(JsonParser parser) {
    var at = parser.currentTokenLocation();
    return new Tree.Text(
        parser.getString(),
        parser.currentToken() == JsonToken.VALUE_NULL,
        at.getLineNr(),
        at.getColumnNr());
  }
}
