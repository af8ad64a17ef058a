package io.tukar.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A field that takes scanned codes: where it is, and what is handed on beside the code, which was
 * scanned before.
 */
public enum ScanField {
  STATION("/desk/station", "q", List.of()),
  RECEIVE("/desk/station/receive", "q", List.of("case", "waybill")),
  TEST("/desk/station/qc", "code", List.of()),
  PACK("/desk/station/pack", "q", List.of("order", "unit"));

  private final String page;
  private final String field;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> beside;

  ScanField(String page, String field, List<String> beside) {
    this.page = page;
    this.field = field;
    this.beside = beside;
  }

  static Optional<ScanField> named(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }

  /** The name of the field. */
  public String field() {
    return field;
  }

  /** What of a form is handed on: only what this page knows. */
  Map<String, List<String>> kept(Map<String, List<String>> fields) {
    var kept = new LinkedHashMap<String, List<String>>();
    for (var name : beside) {
      var values =
          fields.getOrDefault(name, List.of()).stream().filter(one -> !one.isEmpty()).toList();
      if (!values.isEmpty()) {
        kept.put(name, values);
      }
    }
    return kept;
  }

  /** The page with what was scanned before. */
  public String path(Map<String, List<String>> kept) {
    return kept.isEmpty()
        ? page
        : page
            + kept.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> pair(one.getKey(), value)))
                .collect(Collectors.joining("&", "?", ""));
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
