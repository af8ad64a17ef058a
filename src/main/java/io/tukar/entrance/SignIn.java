package io.tukar.entrance;

import io.tukar.staff.Member;
import io.tukar.staff.StaffBook;
import io.tukar.throttle.Throttle;
import io.tukar.throttle.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Proves who somebody is. Failures of a login from an address, and of an address, make it wait. */
@Component
class SignIn {

  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final String PURPOSE = "sign-in";
  private static final int LOCKS = 64;

  private final StaffBook staff;
  private final Throttle throttle;

  /** Tries from one address go one after another, so that a burst is counted try by try. */
  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

  SignIn(StaffBook staff, Throttle throttle) {
    this.staff = staff;
    this.throttle = throttle;
  }

  /** What came of a try. */
  sealed interface Outcome {
    record Welcome(Member member) implements Outcome {}

    record Wrong() implements Outcome {}

    record TooSoon(Duration left) implements Outcome {}
  }

  Outcome as(String login, String password, String address, Instant at) {
    var lock = locks[Math.floorMod(address.hashCode(), LOCKS)];
    lock.lock();
    try {
      return alone(login, password, address, at);
    } finally {
      lock.unlock();
    }
  }

  private Outcome alone(String login, String password, String address, Instant at) {
    var from = Tried.from(PURPOSE, address);
    var as = Tried.of(PURPOSE, login.strip().toLowerCase(Locale.ROOT) + " " + address);
    var wait = throttle.wait(at, as, from);
    if (wait.isPresent()) {
      return new Outcome.TooSoon(wait.get());
    }
    var member = staff.authenticate(login, password);
    if (member.isEmpty()) {
      throttle.failed(at, as, from);
      LOG.warn("A sign-in failed");
      return new Outcome.Wrong();
    }
    throttle.passed(as);
    throttle.passed(from);
    LOG.info("Staff {} signed in", member.get().id());
    return new Outcome.Welcome(member.get());
  }
}
