package io.tukar.api.wire;

/**
 * A POST that changes something: it can be repeated under its key.
 *
 * @param fingerprint SHA-256 of what was asked; the same key with another one is refused
 */
@SuppressWarnings("ArrayRecordComponent") // compared in the database only
public record Posted<T>(Caller caller, String key, byte[] fingerprint, T body) {}
