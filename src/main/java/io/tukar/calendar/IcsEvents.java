package io.tukar.calendar;

import io.tukar.kernel.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import org.jspecify.annotations.Nullable;

/**
 * The events of an iCalendar file, as they are written. Only ical4j's parser is used: it hands out
 * names and texts, so no time zone is looked up and nothing is fetched.
 *
 * @param description what the calendar says of itself
 */
record IcsEvents(Optional<String> description, List<Event> events) {

  /** A property's text with its parameters, names in upper case. */
  record Property(String value, Map<String, String> parameters) {}

  /**
   * One event.
   *
   * @param line where it begins in the file
   */
  record Event(int line, Map<String, Property> properties) {

    Optional<Property> property(String name) {
      return Optional.ofNullable(properties.get(name));
    }

    /** The text of a property, its escapes read; empty where it is not there. */
    String text(String name) {
      return property(name).map(property -> unescaped(property.value())).orElse("");
    }
  }

  /** What is in the file, or why it cannot be read. */
  sealed interface Read {
    record Done(IcsEvents events) implements Read {}

    record Refused(Refusal why) implements Read {}
  }

  static Read read(byte[] file) {
    return switch (IcsLines.read(file)) {
      case IcsLines.Read.Refused(var why) -> new Read.Refused(why);
      case IcsLines.Read.Done(var lines) -> parsed(lines);
    };
  }

  private static Read parsed(IcsLines lines) {
    var collected = new Collected(lines.events());
    try {
      new CalendarParserImpl(false).parse(new StringReader(lines.text()), collected);
    } catch (ParserException e) {
      return new Read.Refused(IcsLines.broken(lines.numberOf(e.getLineNo())));
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot be read", e);
    }
    if (collected.calendars > 1) {
      return new Read.Refused(Refusal.of("ics-several-calendars", "file"));
    }
    return new Read.Done(new IcsEvents(collected.description(), collected.events));
  }

  private static String unescaped(String text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        plain.append(next == 'n' || next == 'N' ? ' ' : next);
      } else {
        plain.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return plain.toString().strip().replaceAll("\\s+", " ");
  }

  /** Takes what the parser hands out: the calendar's own description and its events. */
  private static final class Collected implements ContentHandler {

    private final List<Integer> lines;
    private final List<Event> events = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final Map<String, String> ofCalendar = new HashMap<>();
    private Map<String, Property> properties = new HashMap<>();
    private Map<String, String> parameters = new HashMap<>();
    private @Nullable String value;
    private int calendars;

    Collected(List<Integer> lines) {
      this.lines = lines;
    }

    Optional<String> description() {
      return Optional.ofNullable(ofCalendar.get("X-WR-CALDESC"))
          .or(() -> Optional.ofNullable(ofCalendar.get("DESCRIPTION")))
          .map(IcsEvents::unescaped);
    }

    @Override
    public void startCalendar() {
      calendars++;
    }

    @Override
    public void endCalendar() {}

    @Override
    public void startComponent(String name) {
      open.add(name);
      if (isEvent()) {
        properties = new HashMap<>();
      }
    }

    @Override
    public void endComponent(String name) {
      if (isEvent()) {
        events.add(new Event(lines.get(events.size()), Map.copyOf(properties)));
      }
      open.removeLast();
    }

    private boolean isEvent() {
      return open.size() == 1 && open.getFirst().equals("VEVENT");
    }

    @Override
    public void startProperty(String name) {
      parameters = new HashMap<>();
      value = null;
    }

    @Override
    public void parameter(String name, String text) {
      parameters.put(name.toUpperCase(Locale.ROOT), text);
    }

    @Override
    public void propertyValue(String text) {
      value = text;
    }

    @Override
    public void endProperty(String name) {
      var key = name.toUpperCase(Locale.ROOT);
      var text = value == null ? "" : value;
      if (open.isEmpty()) {
        ofCalendar.putIfAbsent(key, text);
      } else if (isEvent()) {
        properties.merge(
            key,
            new Property(text, Map.copyOf(parameters)),
            (one, more) -> new Property(one.value() + "," + more.value(), one.parameters()));
      }
    }
  }
}
