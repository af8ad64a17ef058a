package io.tukar.desk;

import io.tukar.staff.StaffBook;
import io.tukar.web.Frame;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who did something, by the reference that is stored with it: a name for staff, a word for others.
 */
@Component
public class ActorNames {

  private static final String STAFF = "staff:";

  private final StaffBook staff;

  ActorNames(StaffBook staff) {
    this.staff = staff;
  }

  /** The names of the staff among these references. */
  public Map<String, String> of(Collection<String> references) {
    var ids =
        references.stream()
            .filter(reference -> reference.startsWith(STAFF))
            .map(reference -> Long.valueOf(reference.substring(STAFF.length())))
            .distinct()
            .toList();
    return staff.names(ids).entrySet().stream()
        .collect(Collectors.toMap(name -> STAFF + name.getKey(), Map.Entry::getValue));
  }

  /** One of them, in the reader's words. */
  public String name(Frame frame, String reference) {
    return name(frame, of(List.of(reference)), reference);
  }

  /** One of them, where the names have been looked up already. */
  public static String name(Frame frame, Map<String, String> names, String reference) {
    return names.getOrDefault(
        reference,
        switch (reference.split(":", -1)[0]) {
          case "clock" -> frame.text("desk.by.clock");
          case "token" -> frame.text("desk.by.token");
          case "operator" -> frame.text("desk.by.operator");
          default -> frame.text("desk.by.staff");
        });
  }
}
