package io.tukar.stock.vendor;

import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import java.util.Optional;

/** Why an answer cannot be booked; what stock knows against it is not looked at here. */
final class AnswerCheck {

  private AnswerCheck() {}

  static Optional<Refusal> refusal(
      VendorBatch batch, VendorItem item, VendorAnswer answer, int quantity, String paper) {
    if (item.answer() != null) {
      return Optional.of(Refusal.of("vendor-answered", ""));
    }
    if (batch.state() != VendorBatch.State.SENT) {
      return Optional.of(Refusal.of("vendor-batch-not-sent", ""));
    }
    if (quantity < 1) {
      return Optional.of(Refusal.of("quantity-not-positive", "quantity"));
    }
    if (quantity > item.quantity()) {
      return Optional.of(Refusal.of("vendor-fewer-sent", "quantity", item.quantity()));
    }
    if (paper.length() > VendorItem.PAPER_CHARS_MAX) {
      return Optional.of(Refusal.of("value-too-long", "paper", VendorItem.PAPER_CHARS_MAX));
    }
    return switch (answer) {
      case VendorAnswer.Replaced(var tag) -> {
        if (item.unitId() != null && tag == null) {
          yield Optional.of(Refusal.of("vendor-replacement-needs-serial", "serial"));
        }
        if (item.unitId() == null && tag != null) {
          yield Optional.of(Refusal.of("vendor-number-without-serial", "serial"));
        }
        yield tag != null && tag.serial().equals(item.serial())
            ? Optional.of(Refusal.of("vendor-same-serial", "serial", tag.serial()))
            : Optional.empty();
      }
      case VendorAnswer.Credited(var amount) -> credited(amount, paper);
      case VendorAnswer.Repaired repaired -> Optional.empty();
      case VendorAnswer.Refused refused -> Optional.empty();
      case VendorAnswer.Lost lost -> Optional.empty();
    };
  }

  private static Optional<Refusal> credited(Money amount, String paper) {
    if (!amount.isPositive() || amount.minor() > VendorItem.RUPIAH_MAX) {
      return Optional.of(Refusal.of("amount-not-positive", "amount"));
    }
    return paper.isEmpty()
        ? Optional.of(Refusal.of("vendor-credit-needs-paper", "credit-paper"))
        : Optional.empty();
  }
}
