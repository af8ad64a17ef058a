package io.tukar.web;

import io.tukar.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was typed into a form, kept as typed, and what is wrong with it.
 *
 * @param typed by field name; of a field with several values the first
 */
public record Form(Map<String, String> typed, List<Refusal> refusals) {

  public Form {
    typed = Map.copyOf(typed);
    refusals = List.copyOf(refusals);
  }

  /** A form nobody has filled in. */
  public static Form blank() {
    return new Form(Map.of(), List.of());
  }

  /** What was typed, not yet judged. */
  public static Form of(Map<String, String> typed) {
    return new Form(typed, List.of());
  }

  /** The same form with these refusals added. */
  public Form with(Refusal... more) {
    return with(List.of(more));
  }

  /** The same form with these refusals added. */
  public Form with(List<Refusal> more) {
    return new Form(typed, Stream.concat(refusals.stream(), more.stream()).toList());
  }

  /** As typed, or empty. */
  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  /** The first refusal of this field. */
  public Optional<Refusal> refusal(String field) {
    return refusals.stream().filter(refusal -> refusal.field().equals(field)).findFirst();
  }

  public boolean isRefused() {
    return !refusals.isEmpty();
  }

  /** The element id of a field's control, which the error summary links to. */
  public static String id(String field) {
    return "f-" + field.replaceAll("[^A-Za-z0-9_-]", "-");
  }
}
