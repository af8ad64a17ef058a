package io.tukar.portal.status;

import io.tukar.kernel.Money;
import io.tukar.payout.CustomerAccounts;
import io.tukar.web.Form;
import java.util.Optional;

/** What the shop owes, and where to. */
public record AccountView(
    String path, String number, Money amount, Optional<CustomerAccounts.Shown> known, Form form) {}
