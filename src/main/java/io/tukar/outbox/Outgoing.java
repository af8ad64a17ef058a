package io.tukar.outbox;

import io.tukar.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One thing to say to one recipient about one case.
 *
 * @param key the id before the effect: of two with the same key only the first is ever said
 * @param params exactly what the notice names, in stored form: ISO dates and instants, minor units
 */
public record Outgoing(
    String key, Recipient recipient, Notice notice, long rmaId, Map<Param, String> params) {

  public Outgoing {
    params = Map.copyOf(params);
    if (!params.keySet().equals(Set.copyOf(notice.params()))) {
      throw new IllegalArgumentException(
          notice + " names " + notice.params() + ", not " + params.keySet());
    }
  }

  /** The stored form of what the notice names. */
  public String param(Param param) {
    return Objects.requireNonNull(params.get(param), param::name);
  }

  /**
   * Begins a message that an event of a case causes.
   *
   * @param seq the event's place in the case's chain: the same event says the same thing once
   */
  public static Writing about(long rmaId, int seq, Notice notice) {
    return new Writing(rmaId, seq, notice, new EnumMap<>(Param.class));
  }

  /** A message being written. */
  public record Writing(long rmaId, int seq, Notice notice, Map<Param, String> params) {

    public Writing with(Param param, LocalDate date) {
      return with(param, date.toString());
    }

    public Writing with(Param param, Instant at) {
      return with(param, at.toString());
    }

    /** For {@link Param#AMOUNT}. */
    public Writing with(Param param, Money amount) {
      return with(param, String.valueOf(amount.minor()));
    }

    /** For codes and numbers; never a name, an address or what a person wrote. */
    public Writing with(Param param, String code) {
      var more = new EnumMap<Param, String>(Param.class);
      more.putAll(params);
      more.put(param, code);
      return new Writing(rmaId, seq, notice, more);
    }

    public Outgoing to(Recipient recipient) {
      var key = "case/" + rmaId + "/" + seq + "/" + notice + "/" + recipient.reference();
      return new Outgoing(key, recipient, notice, rmaId, params);
    }
  }
}
