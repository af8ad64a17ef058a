package io.tukar.calendar;

import io.tukar.kernel.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The lines of an iCalendar file with folded ones put together (RFC 5545, 3.1), each with its place
 * in the file. Bounded before anything is read out of it.
 *
 * @param numbers the line of the file, from 1, where each begins
 */
record IcsLines(List<String> lines, List<Integer> numbers) {

  /** A file is no larger. */
  static final int BYTES_MAX = 1 << 20;

  static final int EVENTS_MAX = 1_000;

  /** A calendar holds events, an event may hold alarms: nothing goes deeper. */
  private static final int DEPTH_MAX = 4;

  private static final String BEGIN = "BEGIN:";
  private static final String BEGIN_EVENT = "BEGIN:VEVENT";

  /** The lines of the file, or why it is none that can be read. */
  sealed interface Read {
    record Done(IcsLines lines) implements Read {}

    record Refused(Refusal why) implements Read {}
  }

  static Read read(byte[] file) {
    if (file.length > BYTES_MAX) {
      return new Read.Refused(Refusal.of("ics-too-large", "file", BYTES_MAX >> 20));
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(file))
              .toString();
    } catch (CharacterCodingException e) {
      return new Read.Refused(Refusal.of("ics-not-text", "file"));
    }
    var lines = unfolded(text.startsWith("\uFEFF") ? text.substring(1) : text);
    return lines.refusal().<Read>map(Read.Refused::new).orElseGet(() -> new Read.Done(lines));
  }

  private static IcsLines unfolded(String text) {
    var lines = new ArrayList<String>();
    var numbers = new ArrayList<Integer>();
    var line = new StringBuilder();
    int number = 0;
    int begun = 1;
    for (var physical : text.split("\r\n|\n|\r", -1)) {
      number++;
      var folded = physical.startsWith(" ") || physical.startsWith("\t");
      if (folded && number > 1) {
        line.append(physical, 1, physical.length());
      } else {
        keep(line, begun, lines, numbers);
        line.append(physical);
        begun = number;
      }
    }
    keep(line, begun, lines, numbers);
    return new IcsLines(lines, numbers);
  }

  private static void keep(
      StringBuilder line, int begun, List<String> lines, List<Integer> numbers) {
    var kept = line.toString().stripTrailing();
    line.setLength(0);
    if (!kept.isBlank()) {
      lines.add(kept);
      numbers.add(begun);
    }
  }

  private Optional<Refusal> refusal() {
    if (lines.isEmpty() || !lines.getFirst().toUpperCase(Locale.ROOT).equals("BEGIN:VCALENDAR")) {
      return Optional.of(Refusal.of("ics-no-calendar", "file"));
    }
    int depth = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(BEGIN)) {
        depth++;
      } else if (lines.get(i).startsWith("END:")) {
        depth--;
      }
      if (depth > DEPTH_MAX || depth < 0) {
        return Optional.of(broken(numbers.get(i)));
      }
    }
    if (depth != 0) {
      return Optional.of(broken(numbers.getLast()));
    }
    return events().size() > EVENTS_MAX
        ? Optional.of(Refusal.of("ics-too-many", "file", EVENTS_MAX))
        : Optional.empty();
  }

  /** Where each event begins, in their order. */
  List<Integer> events() {
    var places = new ArrayList<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals(BEGIN_EVENT)) {
        places.add(numbers.get(i));
      }
    }
    return places;
  }

  /** The line of the file where the n-th of these begins, from 1. */
  int numberOf(int logical) {
    return numbers.get(Math.clamp(logical - 1L, 0, numbers.size() - 1));
  }

  static Refusal broken(int line) {
    return Refusal.of("ics-broken", "file", line);
  }

  /** One line for one line, as a parser takes them. */
  String text() {
    return String.join("\r\n", lines) + "\r\n";
  }
}
