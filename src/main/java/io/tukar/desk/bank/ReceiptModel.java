package io.tukar.desk.bank;

import io.tukar.cashier.Receipt;
import io.tukar.cashier.Receipts;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import java.util.List;
import java.util.Map;

/**
 * One receipt: what it may be for, to whom it went, and the forms to change that.
 *
 * @param typed transfers that people noted and this may be
 * @param form of what was refused
 */
public record ReceiptModel(
    Receipt receipt,
    List<Suggestion> suggestions,
    List<Receipts.Typed> typed,
    List<Receipts.Given> given,
    Map<String, String> names,
    Form form) {

  public ReceiptModel {
    suggestions = List.copyOf(suggestions);
    typed = List.copyOf(typed);
    given = List.copyOf(given);
  }

  /** The amount as the bank gives it. */
  public String booked(Frame frame) {
    return Rupiah.of(frame, receipt.booked());
  }

  public String path() {
    return ReceiptsPage.PATH + "/" + receipt.id();
  }

  /** Whether any of it is still nobody's. */
  public boolean open() {
    return !receipt.aside() && receipt.left().isPositive();
  }

  /** The matcher's reasons for what was given, in words. */
  public static String reasons(Frame frame, Receipts.Given given) {
    return given.reasons().isEmpty()
        ? frame.text("money.given.by-person")
        : String.join(
            " · ",
            given.reasons().stream().map(reason -> frame.text("money.reason." + reason)).toList());
  }
}
