package io.tukar.desk;

import io.tukar.staff.Accounts;
import io.tukar.web.Form;

/**
 * One account and what may be done with it.
 *
 * @param link a way to a password that is shown this once; empty for none
 */
public record AccountModel(Accounts.Account account, Form form, String link) {}
