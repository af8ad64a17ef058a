package io.tukar.calendar;

import io.tukar.calendar.HolidayEdit.Effect;
import io.tukar.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a shop changes its days off. Each change is one transaction, kept with who made it. */
@Component
public class HolidayBook {

  /** One page shows no more changes than this. */
  public static final int CHANGES_SHOWN_MAX = 30;

  private final HolidayRows rows;
  private final ShopCalendar calendar;
  private final TransactionTemplate transactions;

  HolidayBook(HolidayRows rows, ShopCalendar calendar, TransactionTemplate transactions) {
    this.rows = rows;
    this.calendar = calendar;
    this.transactions = transactions;
  }

  /** What each edit would do; nothing is written. */
  public List<Map.Entry<HolidayEdit, Effect>> effects(List<HolidayEdit> edits) {
    return calendar.known().edits().effects(edits, WorkingCalendar.indonesia());
  }

  /**
   * Makes all of these edits, or none; what is the same already is left as it is, so the same edits
   * can be made again. From here on {@link ShopCalendar#current()} of this program knows them.
   */
  public List<Map.Entry<HolidayEdit, Effect>> apply(List<HolidayEdit> edits, Instant at, Actor by) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("The days off are changed in a transaction of their own");
    }
    var effects =
        transactions.execute(
            transaction -> {
              var revision = rows.nextRevision(at);
              var done = rows.edits().effects(edits, WorkingCalendar.indonesia());
              var changes = done.stream().filter(one -> one.getValue() != Effect.SAME).toList();
              changes.forEach(one -> rows.store(one.getKey(), revision, at, by.reference()));
              if (changes.isEmpty()) {
                transaction.setRollbackOnly();
              }
              return done;
            });
    calendar.refresh();
    if (effects == null) {
      throw new IllegalStateException("A change without an effect");
    }
    return effects;
  }

  /** The latest changes of a year, the newest first. */
  public List<HolidayChange> changes(int year) {
    return rows.changes(year, CHANGES_SHOWN_MAX);
  }
}
