package io.tukar.policy.edit;

import io.tukar.kernel.Words;
import io.tukar.policy.edit.FieldForm.Option;
import io.tukar.policy.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one field says differently, in words. */
final class FieldDiff {

  private static final int SHOWN_CHARS_MAX = 120;

  private FieldDiff() {}

  /**
   * @param form the field's description; empty where it has none
   */
  static List<Difference> between(
      String clause, Optional<FieldForm> form, String name, Tree.Named before, Tree.Named after) {
    var old = FieldInputs.entry(before, name);
    var now = FieldInputs.entry(after, name);
    if (same(old, now)) {
      return List.of();
    }
    var label = form.map(FieldForm::label).orElseGet(() -> both(shown(name)));
    var said = form.map(field -> said(field, old, now)).orElseGet(() -> plain(label, old, now));
    if (said.isEmpty()) {
      // Something else than the form expects stands there.
      said = List.of(changed(label));
    }
    var isText =
        form.map(FieldForm::shape)
            .filter(s -> s instanceof FieldForm.TwoLanguages || s instanceof FieldForm.Prose)
            .isPresent();
    return said.stream()
        .map(
            words ->
                isText
                    ? new Difference(clause, words, texts(old), texts(now))
                    : Difference.of(clause, words))
        .toList();
  }

  /** A text, in one language or both; empty where there is none. */
  static Optional<Difference.Texts> texts(Optional<Tree> value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    var alone = FieldInputs.scalar(value.get());
    return Optional.of(
        alone.isEmpty()
            ? new Difference.Texts(
                FieldInputs.scalar(FieldInputs.entry(value.get(), "id")),
                FieldInputs.scalar(FieldInputs.entry(value.get(), "en")))
            : new Difference.Texts(alone, alone));
  }

  static String shown(String text) {
    var line = text.replaceAll("\\p{Cntrl}", " ").strip();
    return line.isEmpty()
        ? "…"
        : line.length() > SHOWN_CHARS_MAX ? line.substring(0, SHOWN_CHARS_MAX) + "…" : line;
  }

  private static List<Words> said(FieldForm field, Optional<Tree> old, Optional<Tree> now) {
    var label = field.label();
    return switch (field.shape()) {
      case FieldForm.WholeNumber _, FieldForm.Line _ ->
          fromTo(label, single(old), single(now), FieldDiff::both);
      case FieldForm.OneWord(var options) ->
          fromTo(label, single(old), single(now), word -> named(word, options));
      case FieldForm.Period(var _, var units) ->
          fromTo(label, single(old), single(now), period -> period(period, units));
      case FieldForm.Prose _, FieldForm.TwoLanguages _ -> List.of(changed(label));
      case FieldForm.OwnWords _ -> list(label, old, now, FieldDiff::both);
      case FieldForm.ManyWords(var options) -> list(label, old, now, word -> named(word, options));
      case FieldForm.ManyWordsByKey byKey -> byKey(byKey, old, now);
      case FieldForm.NumberByOwnWord _ ->
          pairs(label, List.of(), FieldDiff::both, singles(old), singles(now));
      case FieldForm.Pairs pairs ->
          pairs(
              label,
              pairs.keys(),
              word -> named(word, pairs.values()),
              pairs(pairs, old),
              pairs(pairs, now));
    };
  }

  private static List<Words> plain(Words label, Optional<Tree> old, Optional<Tree> now) {
    return single(old).isEmpty() && single(now).isEmpty()
        ? List.of(changed(label))
        : fromTo(label, single(old), single(now), FieldDiff::both);
  }

  private interface Naming {
    Words of(String word);
  }

  private static List<Words> fromTo(
      Words label, Optional<String> old, Optional<String> now, Naming naming) {
    if (now.isEmpty()) {
      return old.isEmpty()
          ? List.of()
          : List.of(new Words(label.id() + " dihapus", label.en() + " removed"));
    }
    var to = naming.of(now.get());
    if (old.isEmpty()) {
      return List.of(
          new Words(label.id() + " sekarang " + to.id(), label.en() + " now " + to.en()));
    }
    var from = naming.of(old.get());
    return List.of(
        new Words(
            label.id() + " dari " + from.id() + " menjadi " + to.id(),
            label.en() + " from " + from.en() + " to " + to.en()));
  }

  private static List<Words> list(
      Words label, Optional<Tree> old, Optional<Tree> now, Naming naming) {
    var before = words(old);
    var after = words(now);
    var added = without(after, before).stream().map(naming::of).toList();
    var removed = without(before, after).stream().map(naming::of).toList();
    var said = new ArrayList<Words>();
    if (!added.isEmpty()) {
      said.add(
          new Words(
              label.id() + ": ditambah " + joined(added, Words::id),
              label.en() + ": added " + joined(added, Words::en)));
    }
    if (!removed.isEmpty()) {
      said.add(
          new Words(
              label.id() + ": dihapus " + joined(removed, Words::id),
              label.en() + ": removed " + joined(removed, Words::en)));
    }
    return said;
  }

  private static List<Words> byKey(
      FieldForm.ManyWordsByKey form, Optional<Tree> old, Optional<Tree> now) {
    var before = keysByWord(old);
    var after = keysByWord(now);
    var said = new ArrayList<Words>();
    var all = new LinkedHashSet<>(before.keySet());
    all.addAll(after.keySet());
    for (var word : all) {
      var keysBefore = before.getOrDefault(word, Set.of());
      var keysAfter = after.getOrDefault(word, Set.of());
      var added = without(keysAfter, keysBefore);
      var removed = without(keysBefore, keysAfter);
      if (!added.isEmpty()) {
        said.add(filled(form.added(), named(word, form.options()), added, form.keys()));
      }
      if (!removed.isEmpty()) {
        said.add(filled(form.removed(), named(word, form.options()), removed, form.keys()));
      }
    }
    return said;
  }

  private static Words filled(Words pattern, Words word, Set<String> keys, List<Option> options) {
    var named = keys.stream().map(key -> named(key, options)).toList();
    return new Words(
        pattern.id().replace("{0}", word.id()).replace("{1}", joined(named, Words::id)),
        pattern.en().replace("{0}", word.en()).replace("{1}", joined(named, Words::en)));
  }

  private static List<Words> pairs(
      Words label,
      List<Option> keys,
      Naming values,
      Map<String, String> before,
      Map<String, String> after) {
    var all = new LinkedHashSet<>(after.keySet());
    all.addAll(before.keySet());
    return all.stream()
        .flatMap(
            key -> {
              var name = named(key, keys);
              var at = new Words(label.id() + ", " + name.id(), label.en() + ", " + name.en());
              var old = Optional.ofNullable(before.get(key));
              var now = Optional.ofNullable(after.get(key));
              return old.equals(now)
                  ? Stream.<Words>empty()
                  : fromTo(at, old, now, values).stream();
            })
        .toList();
  }

  private static Words period(String text, List<Option> units) {
    var parts = text.strip().split(" ", 2);
    if (parts.length < 2) {
      return both(text);
    }
    var unit = named(parts[1], units);
    return new Words(parts[0] + " " + unit.id(), parts[0] + " " + unit.en());
  }

  private static Words changed(Words label) {
    return new Words(label.id() + " diubah", label.en() + " changed");
  }

  private static Words named(String word, List<Option> options) {
    return options.stream()
        .filter(option -> option.word().equals(word))
        .map(Option::label)
        .findFirst()
        .orElseGet(() -> both(word));
  }

  private static Words both(String text) {
    var shown = shown(text);
    return new Words(shown, shown);
  }

  private static String joined(List<Words> words, Function<Words, String> in) {
    return words.stream().map(in).collect(Collectors.joining(", "));
  }

  private static Optional<String> single(Optional<Tree> value) {
    return value.map(FieldInputs::scalar).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Set<String> words(Optional<Tree> value) {
    return new LinkedHashSet<>(value.map(FieldInputs::scalars).orElse(List.of()));
  }

  private static Map<String, String> singles(Optional<Tree> value) {
    var byKey = new LinkedHashMap<String, String>();
    for (var entry : value.map(FieldInputs::entries).orElse(List.of())) {
      byKey.put(entry.name().value(), FieldInputs.scalar(entry.value()));
    }
    return byKey;
  }

  private static Map<String, String> pairs(FieldForm.Pairs form, Optional<Tree> value) {
    var byKey = new LinkedHashMap<String, String>();
    if (value.orElse(null) instanceof Tree.Items list) {
      for (var item : list.items()) {
        byKey.put(
            FieldInputs.scalar(FieldInputs.entry(item, form.keyName())),
            FieldInputs.scalar(FieldInputs.entry(item, form.valueName())));
      }
    }
    return byKey;
  }

  /** The other way round: in which keys a word stands. */
  private static Map<String, Set<String>> keysByWord(Optional<Tree> value) {
    var byWord = new LinkedHashMap<String, Set<String>>();
    for (var entry : value.map(FieldInputs::entries).orElse(List.of())) {
      for (var word : FieldInputs.scalars(entry.value())) {
        byWord.computeIfAbsent(word, key -> new LinkedHashSet<>()).add(entry.name().value());
      }
    }
    return byWord;
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    var left = new LinkedHashSet<>(all);
    left.removeAll(others);
    return left;
  }

  /** The same said, wherever and in whatever order of a mapping it stands. */
  private static boolean same(Optional<Tree> one, Optional<Tree> other) {
    return one.map(FieldDiff::canonical).equals(other.map(FieldDiff::canonical));
  }

  private static Object canonical(Tree tree) {
    return switch (tree) {
      case Tree.Text text -> text.nothing() ? "" : text.value().strip();
      case Tree.Items(var items, var _, var _) ->
          items.stream().map(FieldDiff::canonical).collect(Collectors.toSet());
      case Tree.Named(var entries, var _, var _) ->
          entries.stream()
              .collect(
                  Collectors.toMap(
                      entry -> entry.name().value(),
                      entry -> canonical(entry.value()),
                      (first, second) -> first));
    };
  }
}
