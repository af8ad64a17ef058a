package io.tukar.messaging;

/** A message in a language, as people read it. */
public record Letter(String subject, String text) {}
