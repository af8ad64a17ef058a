package io.tukar.stock;

import io.tukar.kernel.SerialNumber;
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
