package io.tukar.calendar;

/** The joint ministerial decree that sets a year's days off; a year without one is open. */
public record Decree(int year, String citation) {}
