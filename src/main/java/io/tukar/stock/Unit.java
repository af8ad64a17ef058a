package io.tukar.stock;

import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;

/**
 * One thing with a serial number.
 *
 * @param checked passed quality control since it last came back (clause P1)
 */
public record Unit(long id, Sku sku, SerialNumber serial, Place place, boolean checked) {}
