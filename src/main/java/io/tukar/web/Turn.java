package io.tukar.web;

import java.util.Locale;

/** Whose turn it is, said by word, icon and colour. */
public enum Turn {
  CUSTOMER(Icon.PERSON),
  SHOP(Icon.SHOP),
  COURIER(Icon.TRUCK),
  DONE(Icon.CHECK),
  REFUSED(Icon.CROSS);

  private final Icon icon;

  Turn(Icon icon) {
    this.icon = icon;
  }

  public Icon icon() {
    return icon;
  }

  /** The ending of its style classes and message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
