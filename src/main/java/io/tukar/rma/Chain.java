package io.tukar.rma;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;

/**
 * The hash chain over a case's events: each link is SHA-256 over the format version, the case, the
 * previous link, and the event's number, kind, instant (microseconds), actor and stored bytes.
 */
final class Chain {

  /** What an event adds to the chain, as it is stored. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere, kept inside this room
  record Link(int seq, String kind, Instant at, String actor, byte[] body, byte[] hash) {}

  private static final byte FORMAT = 1;
  private static final int HASH_BYTES = 32;

  private Chain() {}

  /** The link before the first event of a case. */
  static byte[] genesis() {
    return new byte[HASH_BYTES];
  }

  static Link link(
      long rmaId, byte[] previous, int seq, String kind, Instant at, String actor, byte[] body) {
    return new Link(seq, kind, at, actor, body, hash(rmaId, previous, seq, kind, at, actor, body));
  }

  /** Does this link follow the previous one, unchanged? */
  static boolean holds(long rmaId, byte[] previous, Link link) {
    var hash = hash(rmaId, previous, link.seq(), link.kind(), link.at(), link.actor(), link.body());
    return Arrays.equals(hash, link.hash());
  }

  private static byte[] hash(
      long rmaId, byte[] previous, int seq, String kind, Instant at, String actor, byte[] body) {
    var digest = sha256();
    digest.update(FORMAT);
    digest.update(previous);
    var micros =
        Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    digest.update(ByteBuffer.allocate(20).putLong(rmaId).putInt(seq).putLong(micros).array());
    update(digest, kind.getBytes(StandardCharsets.UTF_8));
    update(digest, actor.getBytes(StandardCharsets.UTF_8));
    update(digest, body);
    return digest.digest();
  }

  private static void update(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(4).putInt(part.length).array());
    digest.update(part);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
