package io.tukar.inspection;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The claims on couriers: filed once for a line, answered once. */
@Repository
public class CourierClaims {

  /** A page of the list. */
  public static final int ROWS_MAX = 50;

  private static final long RUPIAH_MAX = 1_000_000_000_000L;

  private static final String CLAIM =
      """
      select c.id, c.rma_id, c.line_no, c.courier, c.waybill, c.declared_value, c.filed_at, c.filed_by,
             c.outcome, c.amount, c.reference, c.ended_at, c.ended_by
      from courier_claim c
      """;

  private final JdbcClient jdbc;

  CourierClaims(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<CourierClaim> find(long id) {
    return jdbc.sql(CLAIM + "where c.id = ?").param(id).query(CourierClaims::claim).optional();
  }

  /** The claim for a line. */
  public Optional<CourierClaim> of(long rmaId, int lineNo) {
    return jdbc.sql(CLAIM + "where c.rma_id = ? and c.line_no = ?")
        .params(rmaId, lineNo)
        .query(CourierClaims::claim)
        .optional();
  }

  /**
   * Those the courier has not answered first, then the others, each the newest first.
   *
   * @param page from 1
   */
  public List<CourierClaim> page(int page) {
    return jdbc.sql(CLAIM + "order by c.outcome is not null, c.id desc limit ? offset ?")
        .params(ROWS_MAX, (page - 1) * ROWS_MAX)
        .query(CourierClaims::claim)
        .list();
  }

  public int count() {
    return jdbc.sql("select count(*) from courier_claim").query(Integer.class).single();
  }

  /**
   * Files the claim of a line that inspection found damaged on the way; the one that is filed
   * already where there is one.
   */
  @Transactional
  public Answer<CourierClaim> file(
      long rmaId,
      int lineNo,
      Courier courier,
      WaybillNumber waybill,
      Money value,
      Instant at,
      Actor by) {
    var there = of(rmaId, lineNo);
    if (there.isPresent()) {
      return Answer.done(there.get());
    }
    if (!value.isPositive() || value.minor() > RUPIAH_MAX) {
      return Answer.refused(Refusal.of("amount-not-positive", "value"));
    }
    var damaged =
        jdbc.sql(
                """
                select 1 from rma_line
                where rma_id = ? and line_no = ? and verdict = 'TRANSIT_DAMAGE' for share
                """)
            .params(rmaId, lineNo)
            .query(Integer.class)
            .optional();
    if (damaged.isEmpty()) {
      return Answer.refused(Refusal.of("not-damaged-on-the-way", "", lineNo));
    }
    jdbc.sql(
            """
            insert into courier_claim
              (rma_id, line_no, courier, waybill, declared_value, filed_at, filed_by)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (rma_id, line_no) do nothing
            """)
        .param(rmaId)
        .param(lineNo)
        .param(courier.name())
        .param(waybill.value())
        .param(value.minor())
        .param(at.atOffset(ZoneOffset.UTC))
        .param(by.reference())
        .update();
    return Answer.done(of(rmaId, lineNo).orElseThrow());
  }

  /**
   * Writes down what the courier answered, once.
   *
   * @param amount what it paid, at most what was declared; null where it denied
   */
  public Answer<CourierClaim> end(
      long id, @Nullable Money amount, String reference, Instant at, Actor by) {
    var claim = find(id);
    if (claim.isEmpty() || claim.get().ending() != null) {
      return claim
          .map(Answer::done)
          .orElseGet(() -> Answer.refused(Refusal.of("no-such-claim", "")));
    }
    var text = reference.strip();
    if (text.isEmpty() || text.length() > CourierClaim.REFERENCE_CHARS_MAX) {
      return Answer.refused(
          Refusal.of("reference-needed", "reference", CourierClaim.REFERENCE_CHARS_MAX));
    }
    if (amount != null && !amount.isPositive()) {
      return Answer.refused(Refusal.of("amount-not-positive", "amount"));
    }
    if (amount != null && amount.compareTo(claim.get().declaredValue()) > 0) {
      return Answer.refused(
          Refusal.of("more-than-declared", "amount", claim.get().declaredValue().minor()));
    }
    try {
      jdbc.sql(
              """
              update courier_claim
              set outcome = ?, amount = ?, reference = ?, ended_at = ?, ended_by = ?
              where id = ? and outcome is null
              """)
          .param((amount == null ? CourierClaim.Outcome.DENIED : CourierClaim.Outcome.PAID).name())
          .param(amount == null ? null : amount.minor())
          .param(text)
          .param(at.atOffset(ZoneOffset.UTC))
          .param(by.reference())
          .param(id)
          .update();
    } catch (DuplicateKeyException e) {
      return Answer.refused(Refusal.of("reference-booked", "reference", text));
    }
    return Answer.done(find(id).orElseThrow());
  }

  private static CourierClaim claim(ResultSet row, int n) throws SQLException {
    return new CourierClaim(
        row.getLong("id"),
        row.getLong("rma_id"),
        row.getInt("line_no"),
        Courier.valueOf(row.getString("courier")),
        new WaybillNumber(row.getString("waybill")),
        Money.rupiah(row.getLong("declared_value")),
        row.getObject("filed_at", OffsetDateTime.class).toInstant(),
        row.getString("filed_by"),
        ending(row));
  }

  private static CourierClaim.@Nullable Ending ending(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    if (outcome == null) {
      return null;
    }
    var amount = row.getObject("amount", Long.class);
    return new CourierClaim.Ending(
        CourierClaim.Outcome.valueOf(outcome),
        amount == null ? null : Money.rupiah(amount),
        row.getString("reference"),
        row.getObject("ended_at", OffsetDateTime.class).toInstant(),
        row.getString("ended_by"));
  }
}
