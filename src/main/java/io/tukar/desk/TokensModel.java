package io.tukar.desk;

import io.tukar.staff.Tokens;
import io.tukar.web.Form;
import java.util.List;

/**
 * The API tokens, and the form of a new one.
 *
 * @param secret a token's text, shown this once; empty for none
 * @param once names this form, so that sent twice it makes one token
 */
public record TokensModel(
    List<Tokens.Row> rows, String nextPage, Form form, String secret, String once) {}
