package io.tukar.rma;

import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;

/** A parcel as a person names it: who carries it, under which number. */
public record Parcel(Courier courier, WaybillNumber waybill) {}
