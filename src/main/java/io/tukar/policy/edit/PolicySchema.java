package io.tukar.policy.edit;

import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.edit.FieldForm.Line;
import io.tukar.policy.edit.FieldForm.ManyWords;
import io.tukar.policy.edit.FieldForm.ManyWordsByKey;
import io.tukar.policy.edit.FieldForm.NumberByOwnWord;
import io.tukar.policy.edit.FieldForm.OneWord;
import io.tukar.policy.edit.FieldForm.Option;
import io.tukar.policy.edit.FieldForm.OwnWords;
import io.tukar.policy.edit.FieldForm.Pairs;
import io.tukar.policy.edit.FieldForm.Period;
import io.tukar.policy.edit.FieldForm.Prose;
import io.tukar.policy.edit.FieldForm.Shape;
import io.tukar.policy.edit.FieldForm.TwoLanguages;
import io.tukar.policy.edit.FieldForm.WholeNumber;
import io.tukar.policy.file.PolicyFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The policy file as a JSON Schema (draft 2020-12), for editors that complete and check as one
 * types. It takes whatever {@link PolicyFile} takes; what only the check can see, such as a
 * condition's words or two clauses that contradict each other, it lets pass.
 */
public final class PolicySchema {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String ID_FORM = "^[a-z0-9][a-z0-9-]{0,39}$";
  private static final String CLAUSE_ID_FORM = "^[A-Z][A-Za-z0-9.-]{0,15}$";
  private static final String TIME_FORM = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
  private static final String MOMENT_FORM = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+)?$";
  private static final int VERSION_MAX = 1_000_000;
  private static final int CLAUSES_MAX = 100;

  private PolicySchema() {}

  /** The schema as indented JSON; the same bytes each time. */
  public static String json() {
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(schema())
        + "\n";
  }

  private static Map<String, Object> schema() {
    var properties = new LinkedHashMap<String, Object>();
    properties.put(
        "policy",
        text("The name of the shop's policy; it stays the same over its versions.", ID_FORM));
    properties.put("version", number(1, VERSION_MAX));
    var required = new ArrayList<>(List.of("policy", "version"));
    for (var field : ClauseForm.head()) {
      add(field, properties, required);
    }
    properties.put(
        "clauses",
        ordered("type", "array", "minItems", 1, "maxItems", CLAUSES_MAX, "items", ref("clause")));
    required.add("clauses");
    var schema = ordered("$schema", DIALECT, "title", "Exchange policy");
    schema.putAll(object(properties, required));
    schema.put("$defs", definitions());
    return schema;
  }

  private static Map<String, Object> definitions() {
    var definitions = new LinkedHashMap<String, Object>();
    definitions.put("clause", anyClause());
    for (var kind : ClauseKind.values()) {
      definitions.put(kind.word(), clause(ClauseForm.of(kind)));
    }
    return definitions;
  }

  /** Whose kind is known is checked against that kind alone, so that editors name the one fault. */
  private static Map<String, Object> anyClause() {
    var words = Arrays.stream(ClauseKind.values()).map(ClauseKind::word).toList();
    var byKind =
        words.stream()
            .map(
                word ->
                    ordered(
                        "if",
                        ordered("properties", ordered("kind", ordered("const", word))),
                        "then",
                        ref(word)))
            .toList();
    return ordered(
        "type",
        "object",
        "required",
        List.of("kind"),
        "properties",
        ordered("kind", ordered("enum", words)),
        "allOf",
        byKind);
  }

  private static Map<String, Object> clause(ClauseForm form) {
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    for (var field : form.fields()) {
      add(field, properties, required);
      if (field.name().equals("id")) {
        properties.put("kind", ordered("const", form.kind().word()));
        required.add("kind");
      }
    }
    var clause = ordered("description", form.about().en());
    clause.putAll(object(properties, required));
    clause.putAll(together(form.kind()));
    return clause;
  }

  /** Fields that a kind needs or refuses together. */
  private static Map<String, Object> together(ClauseKind kind) {
    return switch (kind) {
      case EXCLUSION -> ordered("anyOf", List.of(requires("categories"), requires("products")));
      case LIMIT ->
          ordered(
              "anyOf",
              List.of(requires("units-max"), requires("exchanges-max")),
              "dependentRequired",
              ordered(
                  "exchanges-max", List.of("within-days"),
                  "within-days", List.of("exchanges-max")));
      case FEE -> ordered("oneOf", List.of(requires("amount"), requires("percent")));
      case WINDOW,
          WARRANTY,
          CONDITION,
          RETEST,
          LIABILITY,
          EVIDENCE,
          STOCK,
          DIFFERENCE,
          FREIGHT,
          PACKING,
          CONTACT,
          REFUND,
          INFORM ->
          Map.of();
    };
  }

  private static void add(FieldForm field, Map<String, Object> properties, List<String> required) {
    var value = ordered("title", field.label().en(), "description", field.hint().en());
    value.putAll(value(field));
    properties.put(field.name(), value);
    if (field.required()) {
      required.add(field.name());
    }
  }

  private static Map<String, Object> value(FieldForm field) {
    return switch (field.name()) {
      case "id" -> text(field.hint().en(), CLAUSE_ID_FORM);
      case "cut-off", "opens", "closes" -> text(field.hint().en(), TIME_FORM);
      case "effective-from" -> text(field.hint().en(), MOMENT_FORM);
      case "languages", "tracks", "tender", "channels", "grounds" -> atLeastOne(field.shape());
      default -> value(field.shape());
    };
  }

  private static Map<String, Object> atLeastOne(Shape shape) {
    var list = value(shape);
    list.put("minItems", 1);
    return list;
  }

  private static Map<String, Object> value(Shape shape) {
    return switch (shape) {
      case WholeNumber(var min, var max, var _) -> number(min, max);
      case OneWord(var options) ->
          words(options).equals(words(FieldOptions.YES_NO))
              ? ordered("type", "boolean")
              : ordered("enum", words(options));
      case ManyWords(var options) -> listOf(ordered("enum", words(options)));
      case OwnWords() -> listOf(ordered("type", "string"));
      case Line(var charsMax) -> ordered("type", "string", "minLength", 1, "maxLength", charsMax);
      case Prose(var _) -> ordered("type", "string", "minLength", 1);
      case TwoLanguages(var _) -> {
        var said = ordered("type", "string", "minLength", 1);
        var languages = new LinkedHashMap<String, Object>();
        words(FieldOptions.LANGUAGES).forEach(code -> languages.put(code, said));
        yield object(languages, List.of());
      }
      case Period(var _, var units) ->
          ordered(
              "type", "string", "pattern", "^[0-9]{1,4} (" + String.join("|", words(units)) + ")$");
      case ManyWordsByKey(var keys, var options, var _, var _) -> {
        var list = listOf(ordered("enum", words(options)));
        yield object(
            words(keys).stream()
                .collect(
                    Collectors.toMap(
                        key -> key, key -> (Object) list, (a, b) -> a, LinkedHashMap::new)),
            List.of());
      }
      case NumberByOwnWord(var otherwise, var min, var max, var _) ->
          ordered(
              "type",
              "object",
              "required",
              List.of(otherwise),
              "additionalProperties",
              number(min, max));
      case Pairs(var keyName, var keys, var valueName, var values, var _) ->
          ordered(
              "type",
              "array",
              "items",
              object(
                  ordered(
                      keyName, ordered("enum", words(keys)),
                      valueName, ordered("enum", words(values))),
                  List.of(keyName, valueName)));
    };
  }

  private static List<String> words(List<Option> options) {
    return options.stream().map(Option::word).toList();
  }

  private static Map<String, Object> number(int min, int max) {
    return ordered("type", "integer", "minimum", min, "maximum", max);
  }

  private static Map<String, Object> text(String about, String form) {
    return ordered("description", about, "type", "string", "pattern", form);
  }

  private static Map<String, Object> listOf(Map<String, Object> item) {
    return ordered("type", "array", "items", item);
  }

  private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    var object = ordered("type", "object");
    if (!required.isEmpty()) {
      object.put("required", List.copyOf(required));
    }
    object.put("properties", properties);
    object.put("additionalProperties", false);
    return object;
  }

  private static Map<String, Object> requires(String field) {
    return ordered("required", List.of(field));
  }

  private static Map<String, Object> ref(String definition) {
    return ordered("$ref", "#/$defs/" + definition);
  }

  /** A map in the order it is written: name, value, name, value. */
  private static Map<String, Object> ordered(Object... namesAndValues) {
    var ordered = new LinkedHashMap<String, Object>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      ordered.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return ordered;
  }
}
