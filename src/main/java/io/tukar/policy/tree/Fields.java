package io.tukar.policy.tree;

import io.tukar.kernel.Language;
import io.tukar.kernel.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The fields of one place in a YAML or JSON text, read by name. Whatever is wrong becomes a problem
 * with its place, and reading goes on with a stand-in; so look at the problems before using what
 * was read. Only text is read: no tag ever makes an object.
 */
public final class Fields {

  private static final int SHOWN_CHARS_MAX = 40;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,14}");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

  private final Tree.Named place;
  private final Map<String, Tree> values;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();

  private Fields(Tree.Named place, Map<String, Tree> values, Problems problems) {
    this.place = place;
    this.values = values;
    this.problems = problems;
  }

  /** The fields at this place; empty where it has something else, with the problem told. */
  public static Optional<Fields> of(Tree tree, Problems problems) {
    if (!(tree instanceof Tree.Named named)) {
      problems.error(tree, new Words("di sini seharusnya ada bidang", "expected fields"));
      return Optional.empty();
    }
    var values = LinkedHashMap.<String, Tree>newLinkedHashMap(named.entries().size());
    for (var entry : named.entries()) {
      if (values.putIfAbsent(entry.name().value(), entry.value()) != null) {
        problems.error(
            entry.name(),
            new Words(
                "bidang " + shown(entry.name().value()) + " ditulis dua kali",
                "the field " + shown(entry.name().value()) + " stands here twice"));
      }
    }
    return Optional.of(new Fields(named, values, problems));
  }

  /** Every field that nobody asked for is a problem; to be called when all were asked for. */
  public void done() {
    for (var entry : place.entries()) {
      if (!asked.contains(entry.name().value())) {
        problems.error(
            entry.name(),
            new Words(
                "bidang tidak dikenal "
                    + shown(entry.name().value())
                    + "; yang dikenal di sini: "
                    + String.join(", ", asked),
                "unknown field "
                    + shown(entry.name().value())
                    + "; known here: "
                    + String.join(", ", asked)));
      }
    }
  }

  /** Something is written under this name. */
  public boolean has(String name) {
    asked.add(name);
    var value = values.get(name);
    return value != null && !(value instanceof Tree.Text text && text.nothing());
  }

  /** Where the fields stand. */
  public Tree place() {
    return place;
  }

  /** Where the field stands; the place of all of them where it is missing. */
  public Tree at(String name) {
    return values.getOrDefault(name, place);
  }

  /** Tells a problem with this field, at its place. */
  public void error(String name, Words message) {
    problems.error(at(name), message);
  }

  /** A single value. */
  public String text(String name) {
    return value(name).map(this::scalar).orElse("?");
  }

  /** The single value of this name with its place, to be read by another reader. */
  public Optional<Tree.Text> scalarAt(String name) {
    var value = value(name);
    if (value.isPresent() && value.get() instanceof Tree.Text text) {
      return Optional.of(text);
    }
    value.ifPresent(this::scalar);
    return Optional.empty();
  }

  /** A text in both languages of the product. */
  public Words words(String name) {
    return words(name, EnumSet.allOf(Language.class));
  }

  /** A text in these languages; in another language of the product it reads as in the first. */
  public Words words(String name, Set<Language> languages) {
    var fields = fields(name);
    if (fields.isEmpty()) {
      return new Words("?", "?");
    }
    var texts = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      if (fields.get().has(language.code())) {
        var text = fields.get().text(language.code()).strip();
        if (!text.isEmpty()) {
          texts.put(language, text);
        }
      }
    }
    fields.get().done();
    for (var language : languages) {
      if (!texts.containsKey(language)) {
        error(
            name,
            new Words(
                name + " belum ada dalam bahasa " + language.code(),
                name + " is missing in the language " + language.code()));
      }
    }
    var any = texts.isEmpty() ? "?" : texts.values().iterator().next();
    return new Words(texts.getOrDefault(Language.ID, any), texts.getOrDefault(Language.EN, any));
  }

  /** The names of all that stands here. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /** A whole number, {@code min} and {@code max} included. */
  public int number(String name, int min, int max) {
    return (int) longNumber(name, min, max);
  }

  /** A whole number, {@code min} and {@code max} included. */
  public long longNumber(String name, long min, long max) {
    var text = text(name);
    if (!values.containsKey(name)) {
      return min;
    }
    if (!NUMBER.matcher(text).matches()) {
      error(
          name,
          new Words(
              name + " harus bilangan bulat, bukan " + shown(text),
              name + " must be a whole number, not " + shown(text)));
      return min;
    }
    var number = Long.parseLong(text);
    if (number < min || number > max) {
      error(
          name,
          new Words(
              name + " harus " + min + " sampai " + max + ", bukan " + number,
              name + " must be " + min + " to " + max + ", not " + number));
      return min;
    }
    return number;
  }

  /** True or false. */
  public boolean yesNo(String name) {
    return word(name, Map.of("true", true, "false", false));
  }

  /** A day such as 2026-12-01. */
  public LocalDate date(String name) {
    return parsed(
            name,
            new Words("tanggal seperti 2026-03-25", "a date such as 2026-03-25"),
            Fields::toDate)
        .orElse(FIRST_DAY);
  }

  /** A list of dates. */
  public List<LocalDate> dates(String name) {
    var dates = new ArrayList<LocalDate>();
    for (var item : items(name)) {
      toDate(scalar(item))
          .ifPresentOrElse(
              dates::add,
              () ->
                  problems.error(
                      item,
                      new Words(
                          name + " harus tanggal seperti 2026-03-25",
                          name + " must be dates such as 2026-03-25")));
    }
    return List.copyOf(dates);
  }

  /** One of these words. */
  public <T> T word(String name, Map<String, T> known) {
    return value(name)
        .flatMap(value -> word(value, name, known))
        .orElseGet(() -> known.values().iterator().next());
  }

  /** Several of these words; an empty list only where {@code name} is absent. */
  public <T> List<T> words(String name, Map<String, T> known) {
    var read = new ArrayList<T>();
    for (var item : items(name)) {
      word(item, name, known)
          .ifPresent(
              value -> {
                if (read.contains(value)) {
                  problems.error(item, new Words("ditulis dua kali", "stands here twice"));
                } else {
                  read.add(value);
                }
              });
    }
    return read;
  }

  /** A list of single values. */
  public List<String> texts(String name) {
    return items(name).stream().map(this::scalar).toList();
  }

  /** A value of some form; a problem where it is of another. */
  public <T> Optional<T> parsed(String name, Words form, Function<String, Optional<T>> parse) {
    var node = value(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    var text = scalar(node.get());
    var parsed = parse.apply(text);
    if (parsed.isEmpty()) {
      error(
          name,
          new Words(
              name + " harus " + form.id() + ", bukan " + shown(text),
              name + " must be " + form.en() + ", not " + shown(text)));
    }
    return parsed;
  }

  /** The fields within this one. */
  public Optional<Fields> fields(String name) {
    return value(name).flatMap(value -> of(value, problems));
  }

  /** A list of places with fields. */
  public List<Fields> list(String name) {
    return items(name).stream().flatMap(item -> of(item, problems).stream()).toList();
  }

  /** A time of day such as 17:00. */
  public static Optional<LocalTime> toTime(String text) {
    return TIME.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
  }

  /** A day such as 2026-12-01, from 1970 to 2999. */
  public static Optional<LocalDate> toDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(date -> !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Tree> value(String name) {
    asked.add(name);
    var value = values.get(name);
    if (value == null) {
      problems.error(
          place, new Words("bidang " + name + " belum ada", "the field " + name + " is missing"));
    }
    return Optional.ofNullable(value);
  }

  private List<Tree> items(String name) {
    return value(name)
        .map(
            value -> {
              if (value instanceof Tree.Items list) {
                return list.items();
              }
              problems.error(value, new Words(name + " harus daftar", name + " must be a list"));
              return List.<Tree>of();
            })
        .orElse(List.of());
  }

  private <T> Optional<T> word(Tree at, String name, Map<String, T> known) {
    var text = scalar(at);
    var value = known.get(text);
    if (value == null) {
      var words = known.keySet().stream().sorted().collect(Collectors.joining(", "));
      problems.error(
          at,
          new Words(
              name + " tidak dikenal " + shown(text) + "; yang dikenal: " + words,
              "unknown " + name + " " + shown(text) + "; known: " + words));
    }
    return Optional.ofNullable(value);
  }

  private String scalar(Tree at) {
    if (at instanceof Tree.Text text) {
      return text.value();
    }
    problems.error(at, new Words("di sini seharusnya satu nilai", "expected a single value"));
    return "?";
  }

  private static String shown(String text) {
    var line = text.replaceAll("\\p{Cntrl}", " ");
    return "'"
        + (line.length() > SHOWN_CHARS_MAX ? line.substring(0, SHOWN_CHARS_MAX) + "…" : line)
        + "'";
  }
}
