package io.tukar.portal.status;

import io.tukar.web.Form;

/**
 * A customer who does not agree with what inspection found of an item.
 *
 * @param action where it is posted
 * @param version the case as the customer saw it
 */
public record Objection(
    String item, StatusView.Finding finding, String action, String back, int version, Form form) {}
