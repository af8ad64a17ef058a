package io.tukar.rma;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases one after the other, the latest first, a page at a time. */
@Repository
public class CaseList {

  public static final int CASES_PER_PAGE_MAX = 100;

  private final JdbcClient jdbc;

  CaseList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The cases opened before the one with this id.
   *
   * @param status only those that stand so; null for all
   * @param beforeId {@link Long#MAX_VALUE} for the first page
   * @param limit 1 to {@link #CASES_PER_PAGE_MAX}
   */
  public List<Rma> page(@Nullable RmaStatus status, long beforeId, int limit) {
    if (limit < 1 || limit > CASES_PER_PAGE_MAX) {
      throw new IllegalArgumentException("A page of " + limit + " cases");
    }
    var page =
        status == null
            ? "select id from rma where id < :before order by id desc limit :limit"
            : "select id from rma where id < :before and status = :status order by id desc limit :limit";
    var statement =
        jdbc.sql(Rmas.CASES + "where r.id in (" + page + ") order by r.id desc, l.line_no")
            .param("before", beforeId)
            .param("limit", limit);
    if (status != null) {
      statement = statement.param("status", status.name());
    }
    ResultSetExtractor<List<Rma>> cases = Rmas::readAll;
    return statement.query(cases);
  }
}
