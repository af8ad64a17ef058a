package io.tukar.policy.versions;

/**
 * A stored version as somebody saw it.
 *
 * @param number the version's number
 * @param row counts its changes; a verb on an older row is refused
 */
public record VersionRef(int number, int row) {}
