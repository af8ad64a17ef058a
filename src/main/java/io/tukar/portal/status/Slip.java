package io.tukar.portal.status;

import java.util.List;

/**
 * The paper that goes into the parcel.
 *
 * @param qr the number as an SVG path, one unit a module
 * @param bars the number as Code 128, an SVG path one unit high
 */
public record Slip(
    String path,
    String number,
    Barcode.Drawing qr,
    Barcode.Drawing bars,
    ShopCard shop,
    String order,
    List<Item> items) {

  /** What is in the parcel. */
  public record Item(String name, int quantity) {}
}
