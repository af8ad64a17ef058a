package io.tukar.desk.payout;

import io.tukar.payout.CustomerAccounts;
import io.tukar.web.Form;
import java.util.Optional;

/** Where a case's money goes: what is known, and a form. */
public record AccountModel(String number, Optional<CustomerAccounts.Shown> known, Form form) {}
