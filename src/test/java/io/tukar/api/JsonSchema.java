package io.tukar.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks JSON against the schemas of a description: the keywords that ours uses. */
final class JsonSchema {

  private final JsonNode description;

  JsonSchema(JsonNode description) {
    this.description = description;
  }

  /** What is wrong with this value by the schema of that name; empty where it fits. */
  List<String> violations(JsonNode value, String schema) {
    return violations(value, description.at("/components/schemas/" + schema));
  }

  /** What is wrong with this value; empty where it fits. */
  List<String> violations(JsonNode value, JsonNode schema) {
    var found = new ArrayList<String>();
    check(value, schema, "", found);
    return found;
  }

  private void check(JsonNode value, JsonNode schema, String at, List<String> found) {
    if (schema.has("$ref")) {
      check(value, description.at(schema.get("$ref").asString().substring(1)), at, found);
      return;
    }
    for (var part : schema.path("allOf")) {
      check(value, part, at, found);
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      found.add(at + " is none of " + schema.get("enum") + ": " + value);
    }
    if (schema.isMissingNode()) {
      found.add(at + " has no schema");
    }
    switch (schema.path("type").asString("")) {
      case "object" -> object(value, schema, at, found);
      case "array" -> array(value, schema, at, found);
      case "string" -> string(value, schema, at, found);
      case "integer" -> {
        if (!value.isIntegralNumber()
            || value.asLong() < schema.path("minimum").asLong(Long.MIN_VALUE)
            || value.asLong() > schema.path("maximum").asLong(Long.MAX_VALUE)) {
          found.add(at + " is no such number: " + value);
        }
      }
      case "boolean" -> {
        if (!value.isBoolean()) {
          found.add(at + " is neither true nor false: " + value);
        }
      }
      default -> {
        // Said by its other keywords.
      }
    }
  }

  private void object(JsonNode value, JsonNode schema, String at, List<String> found) {
    if (!value.isObject()) {
      found.add(at + " is no object: " + value);
      return;
    }
    for (var name : schema.path("required")) {
      if (!value.has(name.asString())) {
        found.add(at + " lacks " + name.asString());
      }
    }
    var closed = schema.has("additionalProperties");
    value
        .properties()
        .forEach(
            field -> {
              var expected = schema.path("properties").path(field.getKey());
              if (expected.isMissingNode()) {
                if (closed) {
                  found.add(at + " has an undescribed " + field.getKey());
                }
              } else {
                check(field.getValue(), expected, at + "." + field.getKey(), found);
              }
            });
  }

  private void array(JsonNode value, JsonNode schema, String at, List<String> found) {
    if (!value.isArray()
        || value.size() < schema.path("minItems").asInt(0)
        || value.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
      found.add(at + " is no such list: " + value);
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      check(value.get(i), schema.path("items"), at + "[" + i + "]", found);
    }
  }

  private static void string(JsonNode value, JsonNode schema, String at, List<String> found) {
    if (!value.isString()) {
      found.add(at + " is no text: " + value);
      return;
    }
    var text = value.asString();
    if (schema.has("pattern") && !Pattern.matches(schema.get("pattern").asString(), text)) {
      found.add(at + " does not match: " + text);
    }
    switch (schema.path("format").asString("")) {
      case "date" -> LocalDate.parse(text);
      case "date-time" -> Instant.parse(text);
      case "uuid" -> UUID.fromString(text);
      default -> {
        // Any text.
      }
    }
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (var one : list) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
