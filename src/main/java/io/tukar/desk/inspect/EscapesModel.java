package io.tukar.desk.inspect;

import io.tukar.inspection.Escapes;
import io.tukar.web.Form;
import java.util.List;

/**
 * The report of units that passed and were dead on arrival.
 *
 * @param named the rows, with the tester's name in place of the reference
 * @param query the address of this report without its page, which may follow
 */
public record EscapesModel(
    Escapes.By by,
    Form form,
    Escapes.Row all,
    List<Escapes.Row> named,
    int page,
    int last,
    String query,
    String csv) {

  /** The most escapes of a row on this page; 1 at least, to divide by. */
  public int most() {
    return Math.max(1, named.stream().mapToInt(Escapes.Row::escaped).max().orElse(1));
  }
}
