package io.tukar.policy.edit;

import io.tukar.policy.edit.FieldForm.Option;
import io.tukar.policy.tree.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A field between the file and a form: what stands in the file as the values of a form's inputs,
 * and back. Whatever was typed is taken into the file as it is; reading the file says what is
 * wrong.
 */
final class FieldInputs {

  /** What inputs of a field are called begins so, that no other input has the name. */
  static final String PREFIX = "c.";

  static final String TICKED = "true";

  private FieldInputs() {}

  /** The inputs of a field; those that are empty are left out. */
  static Map<String, String> of(FieldForm field, Optional<Tree> value) {
    var inputs = new LinkedHashMap<String, String>();
    if (value.isEmpty()) {
      return inputs;
    }
    var tree = value.get();
    var name = PREFIX + field.name();
    switch (field.shape()) {
      case FieldForm.WholeNumber _, FieldForm.OneWord _, FieldForm.Line _, FieldForm.Prose _ ->
          put(inputs, name, scalar(tree).strip());
      case FieldForm.OwnWords _ -> put(inputs, name, String.join(", ", scalars(tree)));
      case FieldForm.ManyWords _ ->
          scalars(tree).forEach(word -> inputs.put(name + "." + word, TICKED));
      case FieldForm.TwoLanguages _ -> {
        put(inputs, name + ".id", scalar(entry(tree, "id")).strip());
        put(inputs, name + ".en", scalar(entry(tree, "en")).strip());
      }
      case FieldForm.Period _ -> {
        var parts = scalar(tree).strip().split(" ", 2);
        put(inputs, name + ".count", parts[0]);
        put(inputs, name + ".unit", parts.length > 1 ? parts[1] : "");
      }
      case FieldForm.ManyWordsByKey _ -> {
        for (var entry : entries(tree)) {
          scalars(entry.value())
              .forEach(word -> inputs.put(name + "." + entry.name().value() + "." + word, TICKED));
        }
      }
      case FieldForm.NumberByOwnWord _ ->
          put(
              inputs,
              name,
              entries(tree).stream()
                  .map(entry -> entry.name().value() + ": " + scalar(entry.value()))
                  .collect(Collectors.joining("\n")));
      case FieldForm.Pairs pairs -> {
        if (tree instanceof Tree.Items list) {
          for (var item : list.items()) {
            put(
                inputs,
                name + "." + scalar(entry(item, pairs.keyName())),
                scalar(entry(item, pairs.valueName())));
          }
        }
      }
    }
    return inputs;
  }

  /** What stands in the file for these inputs; empty where the field is left out. */
  static Optional<Tree> read(FieldForm field, Map<String, String> typed) {
    var name = PREFIX + field.name();
    return switch (field.shape()) {
      case FieldForm.WholeNumber _, FieldForm.OneWord _, FieldForm.Line _, FieldForm.Prose _ -> {
        var said = said(typed, name);
        yield said.isEmpty() && !field.required() ? Optional.empty() : Optional.of(text(said));
      }
      case FieldForm.OwnWords _ ->
          list(
              field,
              Arrays.stream(said(typed, name).split("[,\\n]", -1))
                  .map(String::strip)
                  .filter(word -> !word.isEmpty())
                  .distinct()
                  .toList());
      case FieldForm.ManyWords(var options) -> list(field, ticked(typed, name, options));
      case FieldForm.TwoLanguages _ ->
          Optional.of(
              named(
                  List.of(
                      entry("id", text(said(typed, name + ".id"))),
                      entry("en", text(said(typed, name + ".en"))))));
      case FieldForm.Period _ -> {
        var count = said(typed, name + ".count");
        yield count.isEmpty() && !field.required()
            ? Optional.empty()
            : Optional.of(text((count + " " + said(typed, name + ".unit")).strip()));
      }
      case FieldForm.ManyWordsByKey byKey -> {
        var entries = new ArrayList<Tree.Entry>();
        for (var key : byKey.keys()) {
          var words = ticked(typed, name + "." + key.word(), byKey.options());
          if (!words.isEmpty()) {
            entries.add(entry(key.word(), items(words)));
          }
        }
        yield mapping(field, entries);
      }
      case FieldForm.NumberByOwnWord _ ->
          mapping(
              field,
              said(typed, name)
                  .lines()
                  .filter(line -> !line.isBlank())
                  .map(line -> line.split(":", 2))
                  .map(
                      parts ->
                          entry(parts[0].strip(), text(parts.length > 1 ? parts[1].strip() : "")))
                  .toList());
      case FieldForm.Pairs pairs -> {
        var items = new ArrayList<Tree>();
        for (var key : pairs.keys()) {
          var said = said(typed, name + "." + key.word());
          if (!said.isEmpty()) {
            items.add(
                named(
                    List.of(
                        entry(pairs.keyName(), text(key.word())),
                        entry(pairs.valueName(), text(said)))));
          }
        }
        yield items.isEmpty() && !field.required()
            ? Optional.empty()
            : Optional.of(new Tree.Items(items, 1, 1));
      }
    };
  }

  /** The inputs of a field in a clause that is new. */
  static Map<String, String> first(FieldForm field) {
    var name = PREFIX + field.name();
    return switch (field.shape()) {
      case FieldForm.OneWord(var options) -> Map.of(name, options.getFirst().word());
      case FieldForm.WholeNumber number -> Map.of(name, String.valueOf(number.min()));
      case FieldForm.NumberByOwnWord numbers ->
          Map.of(name, numbers.otherwise() + ": " + numbers.min());
      case FieldForm.ManyWords _,
          FieldForm.OwnWords _,
          FieldForm.Line _,
          FieldForm.Prose _,
          FieldForm.TwoLanguages _,
          FieldForm.Period _,
          FieldForm.ManyWordsByKey _,
          FieldForm.Pairs _ ->
          Map.of();
    };
  }

  /** A single value, or nothing. */
  static String scalar(Optional<Tree> value) {
    return value.map(FieldInputs::scalar).orElse("");
  }

  /** A single value as it is written; empty where there is none. */
  static String scalar(Tree tree) {
    return tree instanceof Tree.Text text && !text.nothing() ? text.value() : "";
  }

  /** The single values of a list. */
  static List<String> scalars(Tree tree) {
    return tree instanceof Tree.Items list
        ? list.items().stream().map(FieldInputs::scalar).filter(word -> !word.isEmpty()).toList()
        : List.of();
  }

  static List<Tree.Entry> entries(Tree tree) {
    return tree instanceof Tree.Named named ? named.entries() : List.of();
  }

  /** What stands at a name. */
  static Optional<Tree> entry(Tree tree, String name) {
    return entries(tree).stream()
        .filter(entry -> entry.name().value().equals(name))
        .map(Tree.Entry::value)
        .findFirst();
  }

  static Tree.Text text(String value) {
    return new Tree.Text(value, false, 1, 1);
  }

  static Tree.Entry entry(String name, Tree value) {
    return new Tree.Entry(text(name), value);
  }

  static Tree.Named named(List<Tree.Entry> entries) {
    return new Tree.Named(entries, 1, 1);
  }

  private static Tree items(List<String> words) {
    return new Tree.Items(words.stream().<Tree>map(FieldInputs::text).toList(), 1, 1);
  }

  private static Optional<Tree> list(FieldForm field, List<String> words) {
    return words.isEmpty() && !field.required() ? Optional.empty() : Optional.of(items(words));
  }

  private static Optional<Tree> mapping(FieldForm field, List<Tree.Entry> entries) {
    return entries.isEmpty() && !field.required()
        ? Optional.empty()
        : Optional.of(named(List.copyOf(entries)));
  }

  private static List<String> ticked(Map<String, String> typed, String name, List<Option> options) {
    return options.stream()
        .map(Option::word)
        .filter(word -> said(typed, name + "." + word).equals(TICKED))
        .toList();
  }

  private static String said(Map<String, String> typed, String name) {
    return typed.getOrDefault(name, "").replace("\r\n", "\n").strip();
  }

  private static void put(Map<String, String> inputs, String name, String value) {
    if (!value.isEmpty()) {
      inputs.put(name, value);
    }
  }
}
