package io.tukar.shipping;

/**
 * What a courier sells, such as JNE REG.
 *
 * @param code as on the courier's receipts: capitals and digits, at most 20
 * @param active whether it is offered for new parcels
 */
public record CourierProduct(Courier courier, String code, String name, boolean active) {

  /** The courier and the code, as people say it: {@code JNE REG}. */
  public String label() {
    return courier.brand() + " " + code;
  }
}
