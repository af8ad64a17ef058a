package io.tukar.orders;

import io.tukar.csv.CellText;
import io.tukar.csv.Cells;
import io.tukar.csv.CsvRow;
import io.tukar.kernel.EmailAddress;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.Phone;
import io.tukar.orders.ImportedOrder.Buyer;
import io.tukar.orders.ImportedOrder.Reach;
import java.util.Optional;

/** The cells that every order layout has, under whatever names. */
final class OrderCells {

  static final String A_NUMBER = "an order number (letters, digits and . / _ -, at most 40)";
  static final String A_MOMENT = "a date and time such as 2026-03-25 16:00";
  static final String A_SKU = "a SKU (letters, digits and . _ / + -, at most 64, no blanks)";
  static final String A_COUNT = "a whole number";
  static final int UNITS_MAX = 100_000;

  private OrderCells() {}

  static Optional<OrderNumber> number(Cells cells, String column) {
    return cells.need(column, A_NUMBER, OrderNumber::parse);
  }

  /** A count from {@code least} on. */
  static Optional<Integer> units(Cells cells, String column, int least) {
    var units = cells.need(column, A_COUNT, CellText::count);
    if (units.isPresent() && (units.get() < least || units.get() > UNITS_MAX)) {
      cells.refuse(
          column, "is %d; from %d to %d is possible".formatted(units.get(), least, UNITS_MAX));
      return Optional.empty();
    }
    return units;
  }

  /** Who bought; refused where no name is given, or neither a phone nor an e-mail that works. */
  static Optional<Buyer> buyer(
      Cells cells,
      String name,
      String nameColumn,
      String phoneColumn,
      String emailColumn,
      Place place) {
    var phone = cells.personal(phoneColumn, "a phone number", Phone::parse);
    var email = cells.personal(emailColumn, "an e-mail address", EmailAddress::parse);
    if (name.isBlank()) {
      cells.refuse(nameColumn, "is empty; the buyer's name is needed");
    } else if (name.length() > Cells.TEXT_LENGTH_MAX) {
      cells.refuse(nameColumn, "is too long");
    }
    if (phone.isEmpty() && email.isEmpty()) {
      cells.refuse(phoneColumn, "and " + emailColumn + ": one of them must be there and valid");
    }
    return cells.refused()
        ? Optional.empty()
        : Optional.of(
            new Buyer(
                new Reach(phone.orElse(null), email.orElse(null)),
                name,
                place.address(),
                place.city(),
                place.postcode()));
  }

  /** Where goods went. */
  record Place(String address, String city, String postcode) {}

  /** The raw number of the order a row belongs to; rows of one order stand together. */
  static String group(CsvRow row, String... columns) {
    for (var column : columns) {
      if (!row.get(column).isEmpty()) {
        return row.get(column);
      }
    }
    return "";
  }
}
