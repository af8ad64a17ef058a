package io.tukar.rma;

import io.tukar.kernel.WaybillNumber;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Outgoing;
import io.tukar.outbox.Param;
import io.tukar.outbox.Recipient;
import io.tukar.shipping.Courier;
import java.time.LocalDate;
import java.util.Map;

/** What the owner of a parcel hears of what lies in quarantine. */
final class ParcelLetters {

  private ParcelLetters() {}

  /** It is here, and not yet received by the case. */
  static Outgoing kept(long parcelId, Rma rma) {
    return of(parcelId, rma.id(), rma.customerId(), Notice.PARCEL_KEPT, "", Map.of());
  }

  /** Something in it that nobody awaited is on its way back. */
  static Outgoing back(long parcelId, int no, Rma rma, Courier courier, WaybillNumber waybill) {
    return of(
        parcelId,
        rma.id(),
        rma.customerId(),
        Notice.PARCEL_ITEM_BACK,
        "/" + no,
        Map.of(Param.COURIER, courier.brand(), Param.WAYBILL, waybill.value()));
  }

  /** Until when it is kept, at the beginning and again before that day. */
  static Outgoing left(
      long parcelId, long rmaId, long customerId, LocalDate until, Notice notice, String when) {
    return of(
        parcelId,
        rmaId,
        customerId,
        notice,
        "/" + until + "/" + when,
        Map.of(Param.KEEP_UNTIL, until.toString()));
  }

  /** Nobody asked for it in time. */
  static Outgoing disposed(long parcelId, Rma rma) {
    return of(parcelId, rma.id(), rma.customerId(), Notice.PARCEL_DISPOSED, "", Map.of());
  }

  private static Outgoing of(
      long parcelId,
      long rmaId,
      long customerId,
      Notice notice,
      String what,
      Map<Param, String> params) {
    return new Outgoing(
        "parcel/" + parcelId + "/" + rmaId + "/" + notice + what,
        new Recipient.Customer(customerId),
        notice,
        rmaId,
        params);
  }
}
