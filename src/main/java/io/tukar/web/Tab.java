package io.tukar.web;

/**
 * A tab or a queue with the number of things in it.
 *
 * @param count shown when not negative
 */
public record Tab(String label, String href, long count, boolean current) {}
