package io.tukar.desk;

import io.tukar.staff.Accounts;
import io.tukar.web.Form;
import java.util.List;

/**
 * The accounts, and the form of a new one.
 *
 * @param link a way to a password that is shown this once; empty for none
 * @param linkFor whose link it is; empty for none
 */
public record StaffModel(
    List<Accounts.Account> rows, String nextPage, Form form, String link, String linkFor) {}
