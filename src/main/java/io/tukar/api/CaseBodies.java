package io.tukar.api;

import io.tukar.api.wire.ProblemType;
import io.tukar.api.wire.RefusedRequest;
import io.tukar.api.wire.Required;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.WaybillNumber;
import io.tukar.rma.LineDispatch;
import io.tukar.rma.LineInspection;
import io.tukar.rma.Parcel;
import io.tukar.rma.ShippingCosts;
import io.tukar.rma.Unreturned;
import io.tukar.shipping.Booking;
import io.tukar.shipping.Carriage;
import io.tukar.shipping.Courier;
import io.tukar.shipping.CourierBook;
import io.tukar.shipping.Tariff;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to change a case. The optional version is the one the sender saw; an older one than
 * the case's is refused.
 */
final class CaseBodies {

  private CaseBodies() {}

  /** A body that may name the version it was made for. */
  sealed interface Versioned {
    @Nullable Integer version();
  }

  record Plain(@Nullable Integer version) implements Versioned {}

  record Authorize(
      @Required List<Integer> lines, @Nullable String reason, @Nullable Integer version)
      implements Versioned {}

  record Decline(@Required String reason, @Nullable Integer version) implements Versioned {}

  /** Why the replacement may leave first. */
  record Advance(@Required String reason, @Nullable Money deposit, @Nullable Integer version)
      implements Versioned {}

  record GiveUp(
      @Required List<Integer> lines,
      @Required Unreturned how,
      @Required String reason,
      @Nullable Integer version)
      implements Versioned {}

  record OneLine(@Required int line, @Nullable Integer version) implements Versioned {}

  record Split(@Required int line, @Required int quantity, @Nullable Integer version)
      implements Versioned {}

  /** How a parcel is carried and at what cost, as far as it is known. */
  record CarriedBy(
      @Nullable String service,
      @Nullable Integer weightGrams,
      @Nullable Money cost,
      @Nullable Money declaredValue) {

    private static Carriage of(@Nullable CarriedBy said) {
      if (said == null) {
        return Carriage.UNSAID;
      }
      return new Carriage(
          said.read(said.service, CourierBook::isCode, "carriage.service"),
          said.read(said.weightGrams, Tariff::isWeight, "carriage.weightGrams"),
          said.read(said.cost, amount -> !amount.isNegative(), "carriage.cost"),
          said.read(said.declaredValue, amount -> !amount.isNegative(), "carriage.declaredValue"),
          Booking.BY_SENDER);
    }

    private <T> @Nullable T read(@Nullable T value, Predicate<T> good, String field) {
      if (value != null && !good.test(value)) {
        throw new RefusedRequest(ProblemType.MALFORMED, "value-unreadable", field);
      }
      return value;
    }
  }

  record Waybill(
      @Required Courier courier,
      @Required WaybillNumber waybill,
      @Nullable CarriedBy carriage,
      @Nullable Integer version)
      implements Versioned {

    Parcel parcel() {
      return new Parcel(courier, waybill, CarriedBy.of(carriage));
    }
  }

  /**
   * The parcel is here.
   *
   * @param lines all that were awaited where not given
   */
  record Receive(@Nullable List<Integer> lines, @Nullable Integer version) implements Versioned {}

  record Inspect(@Required List<InspectedLine> lines, @Nullable Integer version)
      implements Versioned {}

  /**
   * What was found of a line.
   *
   * @param accept left to the policy where not given
   */
  record InspectedLine(
      @Required int line,
      @Required Verdict verdict,
      @Required Fault fault,
      @Required Disposition disposition,
      @Nullable Boolean sealIntact,
      @Nullable Boolean clean,
      @Nullable Boolean complete,
      @Nullable Boolean faultFound,
      @Nullable List<SerialNumber> serials,
      @Nullable Boolean accept,
      @Nullable String remark) {

    LineInspection report() {
      return new LineInspection(
          line,
          new Seen(sealIntact, clean, complete, faultFound, serials == null ? List.of() : serials),
          verdict,
          fault,
          disposition,
          accept,
          remark);
    }
  }

  /** The legs' costs in rupiah, as far as they are to be settled. */
  record Settle(
      @Nullable Money shippingToShop, @Nullable Money shippingToCustomer, @Nullable Integer version)
      implements Versioned {

    ShippingCosts costs() {
      return new ShippingCosts(shippingToShop, shippingToCustomer);
    }
  }

  record Payment(@Required Money amount, @Required String reference, @Nullable Integer version)
      implements Versioned {}

  record Dispatch(
      @Required Courier courier,
      @Required WaybillNumber waybill,
      @Required List<DispatchedLine> lines,
      @Nullable CarriedBy carriage,
      @Nullable Integer version)
      implements Versioned {

    Parcel parcel() {
      return new Parcel(courier, waybill, CarriedBy.of(carriage));
    }
  }

  record DispatchedLine(@Required int line, @Nullable List<SerialNumber> serials) {

    LineDispatch sent() {
      return new LineDispatch(line, serials == null ? List.of() : serials);
    }
  }

  record SendBack(
      @Required Courier courier,
      @Required WaybillNumber waybill,
      @Required List<Integer> lines,
      @Nullable CarriedBy carriage,
      @Nullable Integer version)
      implements Versioned {

    Parcel parcel() {
      return new Parcel(courier, waybill, CarriedBy.of(carriage));
    }
  }

  record Reopen(@Required List<Integer> lines, @Nullable Integer version) implements Versioned {}
}
