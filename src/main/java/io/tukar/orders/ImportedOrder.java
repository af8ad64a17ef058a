package io.tukar.orders;

import io.tukar.kernel.EmailAddress;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.Money;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.Phone;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as a file tells it, parsed and whole: it is taken with all its lines or not at all. */
record ImportedOrder(Head head, List<Line> lines) {

  /** No order has more lines; more in one file is a mistake of the file. */
  static final int LINES_MAX = 1000;

  ImportedOrder {
    lines = List.copyOf(lines);
  }

  /** The row to speak of where the whole order is meant. */
  long row() {
    return lines.getFirst().row();
  }

  /** What every row of one order repeats. */
  record Head(
      OrderNumber number,
      @Nullable OrderNumber invoice,
      Buyer buyer,
      Instant orderedAt,
      OrderStatus status,
      @Nullable LocalDate dispatchedOn,
      @Nullable LocalDate receivedOn,
      Asked asked) {}

  /**
   * What a policy may ask beside; null where the file does not say.
   *
   * @param courier who brought the goods, as the shop names its couriers
   * @param forCompany bought for a firm
   */
  record Asked(@Nullable String courier, @Nullable Boolean forCompany) {

    /** What is known of it once the file has been heard. */
    Asked over(Asked stored) {
      return new Asked(
          courier == null ? stored.courier : courier,
          forCompany == null ? stored.forCompany : forCompany);
    }
  }

  /** Who bought, and where the goods went. */
  record Buyer(Reach reach, String name, String address, String city, String postcode) {}

  /** By phone and e-mail together a customer is known; at least one is there. */
  record Reach(@Nullable Phone phone, @Nullable EmailAddress email) {
    Reach {
      if (phone == null && email == null) {
        throw new IllegalArgumentException("A buyer whom nobody can reach");
      }
    }
  }

  /**
   * One line.
   *
   * @param quantity units bought and not refunded; 0 where all of them were refunded
   * @param unitPaid paid for one unit, after discounts, with tax, rounded down to whole rupiah
   * @param row where the file says so
   */
  record Line(Sku sku, String name, int quantity, Money unitPaid, List<Serial> serials, long row) {
    Line {
      serials = List.copyOf(serials);
    }
  }

  /** A unit by its serial number, with its MAC address where the file has one. */
  record Serial(SerialNumber number, @Nullable MacAddress mac) {}
}
