package io.tukar.api.wire;

/** A POST that writes nothing. */
public record Asked<T>(Caller caller, T body) {}
