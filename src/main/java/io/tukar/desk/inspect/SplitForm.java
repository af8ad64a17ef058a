package io.tukar.desk.inspect;

import io.tukar.inspection.UnitLook;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Rma;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which units are to be a line of their own: ticked by name, or so many of a number. */
final class SplitForm {

  private static final Pattern TICKED = Pattern.compile("split-([0-9]{1,18})");

  private SplitForm() {}

  /** The name of the box that is ticked for a unit. */
  static String of(UnitLook look) {
    return "split-" + look.id();
  }

  /** The looks that were ticked. */
  static Set<Long> ticked(Map<String, String> fields) {
    return fields.keySet().stream()
        .map(TICKED::matcher)
        .filter(Matcher::matches)
        .map(name -> Long.parseLong(name.group(1)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The case as the form showed it, so that a number is not set apart twice by one form. */
  static CaseRef shown(Rma rma, Map<String, String> fields) {
    var version = fields.getOrDefault("version", "");
    return version.matches("[0-9]{1,9}")
        ? new CaseRef(rma.id(), Integer.valueOf(version))
        : CaseRef.latest(rma.id());
  }

  /** The number that was typed; 0 where none was, which no line can be split by. */
  static int number(Map<String, String> fields) {
    var typed = fields.getOrDefault("split", "").strip();
    return typed.matches("[0-9]{1,5}") ? Integer.parseInt(typed) : 0;
  }
}
