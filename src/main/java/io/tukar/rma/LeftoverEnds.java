package io.tukar.rma;

import io.tukar.rows.Writes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends the count of goods nobody claimed, and with it a proposal that nobody has decided. */
final class LeftoverEnds {

  private static final String PROPOSAL =
      """
      update disposal d set outcome = ?, decided_at = ?, decided_by = ?
      where d.outcome is null and d.leftover_id in (
        select f.id from leftover f where f.ended_at is null and
      """;

  private static final String COUNT =
      """
      update leftover f set ended_at = ?, ended_by = ?, ending = ?, ended_note = ?
      where f.ended_at is null and
      """;

  private LeftoverEnds() {}

  /** Whatever a case's change did, its goods are no longer left, or are asked for. */
  static void after(Journal journal, Instant at, Writes writes) {
    if (journal.links().isEmpty()) {
      return;
    }
    var before = journal.before();
    var now = journal.now();
    var by = journal.links().getLast().actor();
    var paid = before.balance().isPositive() && !now.balance().isPositive();
    for (var was : before.in(LineState.REFUSED)) {
      var ends =
          now.line(was.lineNo())
              .flatMap(line -> ending(line.state()))
              .or(() -> paid ? Optional.of(LeftoverEnd.PAID) : Optional.empty());
      ends.ifPresent(how -> line(now.id(), was.lineNo(), how, null, at, by, writes));
    }
  }

  private static Optional<LeftoverEnd> ending(LineState state) {
    return switch (state) {
      case REFUSED -> Optional.empty();
      case SENT_BACK -> Optional.of(LeftoverEnd.SENT_BACK);
      case DISPOSED -> Optional.of(LeftoverEnd.DISPOSED);
      case REQUESTED, AUTHORIZED, DECLINED, WITHDRAWN, RECEIVED, ACCEPTED, EXCHANGED, RELEASED ->
          Optional.of(LeftoverEnd.OBJECTED);
    };
  }

  /** Of a line. */
  static void line(
      long rmaId,
      int lineNo,
      LeftoverEnd how,
      @Nullable String note,
      Instant at,
      String by,
      Writes writes) {
    end("f.rma_id = ? and f.line_no = ?", new Object[] {rmaId, lineNo}, how, note, at, by, writes);
  }

  /** Of a parcel. */
  static void parcel(
      long parcelId, LeftoverEnd how, @Nullable String note, Instant at, String by, Writes writes) {
    end("f.parcel_id = ?", new Object[] {parcelId}, how, note, at, by, writes);
  }

  private static void end(
      String whose,
      Object[] ids,
      LeftoverEnd how,
      @Nullable String note,
      Instant at,
      String by,
      Writes writes) {
    var when = at.atOffset(ZoneOffset.UTC);
    if (how != LeftoverEnd.DISPOSED) {
      writes.any(PROPOSAL + whose + ")", with(ids, "OVERTAKEN", when, by));
    }
    writes.any(COUNT + whose, with(ids, when, by, how.name(), note));
  }

  private static @Nullable Object[] with(Object[] ids, @Nullable Object... first) {
    var all = new ArrayList<@Nullable Object>();
    for (var value : first) {
      all.add(value);
    }
    all.addAll(List.of(ids));
    return all.toArray();
  }
}
