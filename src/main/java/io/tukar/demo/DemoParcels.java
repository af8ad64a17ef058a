package io.tukar.demo;

import io.tukar.kernel.WaybillNumber;
import io.tukar.rma.Parcel;
import io.tukar.shipping.Courier;
import java.util.List;

/** Parcels of the demonstration shop, each with a courier and a waybill of its own. */
final class DemoParcels {

  private static final List<Courier> COURIERS =
      List.of(Courier.JNE, Courier.SICEPAT, Courier.ANTERAJA, Courier.JNT);

  private int sent;

  Parcel next() {
    sent++;
    return new Parcel(
        COURIERS.get(sent % COURIERS.size()),
        new WaybillNumber("DEMO%08d".formatted(10_000_000 + sent)));
  }
}
