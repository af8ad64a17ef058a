package io.tukar.stock;

import io.tukar.kernel.Actor;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.rows.Writes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which units left the shelf for a case. */
@Repository
public class ShippedUnits {

  private final JdbcClient jdbc;

  ShippedUnits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The units that left with these lines at that moment will not arrive.
   *
   * @param left when they left the shelf
   */
  public void lost(
      long rmaId, List<Integer> lines, Instant left, Instant at, Actor by, Writes writes) {
    var moves =
        jdbc.sql(
                """
                select sku, unit_id from hold
                where rma_id = :rma and line_no in (:lines) and state = 'SHIPPED'
                  and resolved_at = :left
                order by sku, id
                """)
            .param("rma", rmaId)
            .param("lines", lines)
            .param("left", left.atOffset(ZoneOffset.UTC))
            .query(
                (row, n) ->
                    new Move(
                        new Sku(row.getString(1)),
                        row.getObject(2, Long.class),
                        1,
                        Place.CUSTOMER,
                        Place.LOST,
                        "lost on the way"))
            .list();
    Shelf.move(moves, rmaId, at, by, writes);
    for (var move : moves) {
      if (move.unitId() != null) {
        writes.any(
            "update unit set place = 'LOST' where id = ? and place = 'CUSTOMER'", move.unitId());
      }
    }
  }

  /** These units lay in quarantine and go back to the customer; their moves are the caller's. */
  public static void sentBack(List<Long> units, Writes writes) {
    for (var unit : units) {
      writes.any("update unit set place = 'CUSTOMER' where id = ? and place = 'QUARANTINE'", unit);
    }
  }

  /** These units lay in quarantine and nobody claimed them; their moves are the caller's. */
  public static void disposed(List<Long> units, Place to, Writes writes) {
    for (var unit : units) {
      writes.any(
          "update unit set place = ? where id = ? and place = 'QUARANTINE'", to.name(), unit);
    }
  }

  /** Their serials by line, the latest last. */
  public Map<Integer, List<SerialNumber>> of(long rmaId) {
    return jdbc
        .sql(
            """
            select h.line_no, u.serial from hold h join unit u on u.id = h.unit_id
            where h.rma_id = ? and h.state = 'SHIPPED' order by h.id
            """)
        .param(rmaId)
        .query((row, n) -> Map.entry(row.getInt(1), new SerialNumber(row.getString(2))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
