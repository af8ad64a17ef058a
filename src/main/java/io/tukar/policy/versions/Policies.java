package io.tukar.policy.versions;

import io.tukar.calendar.ShopCalendar;
import io.tukar.policy.PolicyBook;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The shop's policy as it stands now: every version that may decide, on the shop's own calendar.
 * The versions are compiled once and kept; asking reads no database.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Policies implements ApplicationRunner {

  private final ShopCalendar calendar;
  private final PublishedVersions published;
  private volatile @Nullable Known known;

  Policies(ShopCalendar calendar, PublishedVersions published) {
    this.calendar = calendar;
    this.published = published;
  }

  private record Known(long revision, PolicyBook book) {}

  /** The versions and the calendar of this moment; take it once for what belongs together. */
  public PolicyBook current() {
    var now = known;
    if (now == null) {
      now = readAgain();
    }
    var days = calendar.current();
    if (now.book().calendar() == days) {
      return now.book();
    }
    var moved = now.book().on(days);
    keep(now, new Known(now.revision(), moved));
    return moved;
  }

  /** Reads the versions again where another program, or this one, has changed them. */
  void look() {
    var now = known;
    if (now == null || now.revision() != published.revision()) {
      readAgain();
    }
  }

  /** Has the versions read anew by whoever asks first, before anything else is begun. */
  @Override
  public synchronized void run(ApplicationArguments args) {
    known = null;
  }

  private synchronized Known readAgain() {
    var found = published.load();
    var now = known;
    // Of two that read at once the later state stays.
    if (now == null || found.revision() > now.revision()) {
      now = new Known(found.revision(), new PolicyBook(found.versions(), calendar.current()));
      known = now;
    }
    return now;
  }

  private synchronized void keep(Known before, Known after) {
    if (before.equals(known)) {
      known = after;
    }
  }
}
