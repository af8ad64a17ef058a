package io.tukar.shipping;

/** The couriers the shop trusts (clause P12). */
public enum Courier {
  JNE("JNE"),
  JNT("J&T"),
  SICEPAT("SiCepat"),
  ANTERAJA("AnterAja"),
  POS("Pos Indonesia"),
  TIKI("TIKI"),
  NINJA("Ninja"),
  LION("Lion Parcel"),
  /** Brought or fetched in person, or any other. */
  OTHER("Lainnya");

  private final String brand;

  Courier(String brand) {
    this.brand = brand;
  }

  /** The name people know it by. */
  public String brand() {
    return brand;
  }
}
