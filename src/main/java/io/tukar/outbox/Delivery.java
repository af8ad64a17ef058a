package io.tukar.outbox;

/** What a channel answers. Reasons are of a machine's making and hold no address. */
public sealed interface Delivery {

  /** The other side has taken it. */
  record Sent() implements Delivery {}

  /** The other side will never take it. */
  record Refused(String reason) implements Delivery {}

  /** It surely did not go out; it may next time. */
  record NotNow(String reason) implements Delivery {}

  /** It may or may not have gone out: never repeated by the program, a person looks at it. */
  record Unknown(String reason) implements Delivery {}

  /** No way to reach this recipient is set up; the portal and the desk show the message. */
  record NoChannel(String reason) implements Delivery {}
}
