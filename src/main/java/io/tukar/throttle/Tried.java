package io.tukar.throttle;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a failed try is counted against. A failure beyond the free ones doubles the wait, up to the
 * longest.
 *
 * @param purpose keeps the counts of different doors apart
 * @param what who or what was tried; only its keyed hash is stored
 * @param failuresFree without any wait
 * @param waitSecondsMax the longest wait
 */
public record Tried(String purpose, String what, int failuresFree, int waitSecondsMax) {

  private static final int FREE_FOR_AN_ADDRESS = 8;
  private static final int FREE_FOR_A_NAME = 3;
  private static final int WAIT_SECONDS_MAX_FOR_AN_ADDRESS = 900;
  private static final int WAIT_SECONDS_MAX_FOR_A_NAME = 60;
  private static final int IPV6_NETWORK_BYTES = 8;

  /** A network address: many people can share one, so more is free; one home has a whole /64. */
  public static Tried from(String purpose, String address) {
    return new Tried(
        purpose + "-from", network(address), FREE_FOR_AN_ADDRESS, WAIT_SECONDS_MAX_FOR_AN_ADDRESS);
  }

  /** A number or login: its owner is never locked out for long by somebody else's tries. */
  public static Tried of(String purpose, String name) {
    return new Tried(purpose + "-of", name, FREE_FOR_A_NAME, WAIT_SECONDS_MAX_FOR_A_NAME);
  }

  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      var bytes = InetAddress.ofLiteral(address).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES));
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }

  /** Hidden on purpose: it may be personal data. */
  @Override
  public String toString() {
    return "Tried[" + purpose + "]";
  }
}
