package io.tukar.portal.draft;

import io.tukar.web.Form;
import java.util.List;

/**
 * At most four checks, each of which can be left out.
 *
 * @param serials the serial numbers that were sold, to choose from; empty where it is typed or not
 *     asked
 * @param typesSerial the serial number is asked for in a field
 */
public record Conditions(
    StepHead head, Form form, List<Check> checks, List<String> serials, boolean typesSerial) {

  /**
   * A yes or no.
   *
   * @param key of its messages {@code portal.check.<key>}
   * @param detail what belongs to it, such as the contents of the box; empty for none
   */
  public record Check(String field, String key, String picture, String detail) {}
}
