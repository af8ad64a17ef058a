package io.tukar.kernel;

import java.util.Optional;

/** How a customer proves to be the buyer, and is reached: a phone number or an e-mail address. */
public sealed interface Contact {

  record ByPhone(Phone phone) implements Contact {}

  record ByEmail(EmailAddress email) implements Contact {}

  /** Reads what a person typed in the one field "phone or e-mail". */
  static Optional<Contact> parse(String text) {
    return text.contains("@")
        ? EmailAddress.parse(text).map(ByEmail::new)
        : Phone.parse(text).map(ByPhone::new);
  }
}
