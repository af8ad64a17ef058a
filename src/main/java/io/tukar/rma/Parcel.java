package io.tukar.rma;

import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Carriage;
import io.tukar.shipping.Courier;

/** A parcel as a person names it: who carries it, under which number, how and at what cost. */
public record Parcel(Courier courier, WaybillNumber waybill, Carriage carriage) {

  /** A parcel of which no more is known. */
  public Parcel(Courier courier, WaybillNumber waybill) {
    this(courier, waybill, Carriage.UNSAID);
  }
}
