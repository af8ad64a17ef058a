package io.tukar.outbox;

import io.tukar.kernel.Role;

/** Whom a message is for: a reference, never an address. */
public sealed interface Recipient {

  record Customer(long id) implements Recipient {
    @Override
    public String reference() {
      return "customer:" + id;
    }
  }

  /** Whoever of the staff has this role. */
  record Staff(Role role) implements Recipient {
    @Override
    public String reference() {
      return "staff:" + role.name();
    }
  }

  /** The stored form, such as {@code customer:12} or {@code staff:FINANCE}. */
  String reference();

  /** Reads the stored form. */
  static Recipient of(String reference) {
    int colon = reference.indexOf(':');
    var rest = reference.substring(colon + 1);
    return switch (reference.substring(0, Math.max(0, colon))) {
      case "customer" -> new Customer(Long.parseLong(rest));
      case "staff" -> new Staff(Role.valueOf(rest));
      default -> throw new IllegalArgumentException("Not a recipient: " + reference);
    };
  }
}
