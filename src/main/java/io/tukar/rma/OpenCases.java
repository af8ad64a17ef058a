package io.tukar.rma;

import io.tukar.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Goes through all open cases, some at a time, for those that a change of the days off touches. */
@Repository
class OpenCases {

  private static final int CASES_PER_READ = 200;

  private final JdbcClient jdbc;
  private final History history;
  private final Recounting recounting;

  OpenCases(JdbcClient jdbc, History history, Recounting recounting) {
    this.jdbc = jdbc;
    this.history = history;
    this.recounting = recounting;
  }

  /** An open case that is due at another time, or decided otherwise. */
  record Touched(Rma rma, Recounting.Change change) {}

  /**
   * Some of them.
   *
   * @param last the last case that was looked at; the next are behind it
   */
  record Batch(List<Touched> cases, long last, boolean end) {}

  /** The next cases behind this one that these days off touch. */
  Batch behind(long id, WorkingCalendar days, Instant now) {
    var open =
        jdbc.sql(
                Rmas.CASES
                    + """
                    where r.id in (
                      select id from rma where due_at is not null and id > ? order by id limit ?)
                    order by r.id, l.line_no
                    """)
            .param(id)
            .param(CASES_PER_READ)
            .query(Rmas::readAll);
    if (open.isEmpty()) {
      return new Batch(List.of(), id, true);
    }
    var happened = history.of(open.stream().map(Rma::id).toList());
    var touched = new ArrayList<Touched>();
    for (var rma : open) {
      var change = recounting.look(rma, happened.getOrDefault(rma.id(), List.of()), days, now);
      if (!change.isEmpty()) {
        touched.add(new Touched(rma, change));
      }
    }
    return new Batch(touched, open.getLast().id(), open.size() < CASES_PER_READ);
  }
}
