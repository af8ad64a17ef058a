package io.tukar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs with the machine's time until it is set; then it stands until it is moved. */
public final class ClockForTests extends Clock {

  private final AtomicReference<@Nullable Instant> standing = new AtomicReference<>();

  /** Stands at this time from now on. */
  public void standAt(Instant at) {
    standing.set(at);
  }

  /** Stands this much later than now. */
  public void advance(Duration by) {
    standing.set(instant().plus(by));
  }

  /** Runs with the machine's time again. */
  public void run() {
    standing.set(null);
  }

  @Override
  public Instant instant() {
    Instant at = standing.get();
    return at == null ? Clock.systemUTC().instant() : at;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
