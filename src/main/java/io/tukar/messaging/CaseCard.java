package io.tukar.messaging;

import io.tukar.kernel.EmailAddress;
import io.tukar.kernel.Language;
import io.tukar.kernel.RequestNumber;
import io.tukar.kernel.RmaNumber;
import java.util.Optional;

/**
 * What a letter needs to know of its case, looked up when it is written. Personal data: it is not
 * stored and not logged.
 *
 * @param bank where the customer transfers to: bank, account and holder, in one line
 */
record CaseCard(
    RequestNumber request,
    Optional<RmaNumber> rma,
    Language language,
    String customer,
    Optional<EmailAddress> email,
    String shop,
    Optional<EmailAddress> shopEmail,
    Optional<String> bank) {

  /** The RMA number once there is one; until then the request number. */
  String number() {
    return rma.map(RmaNumber::value).orElse(request.value());
  }

  /** Hidden on purpose: it is personal data. */
  @Override
  public String toString() {
    return "CaseCard[" + number() + "]";
  }
}
