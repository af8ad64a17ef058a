package io.tukar.calendar;

import io.tukar.kernel.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what a shop changed in its days off. */
@Repository
class HolidayRows {

  private final JdbcClient jdbc;

  HolidayRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How often the days off were changed, and when last; the moment is null before the first. */
  record Revision(long number, @Nullable Instant at) {}

  Revision revision() {
    return jdbc.sql("select revision, changed_at from shop_calendar")
        .query(
            (row, n) -> {
              var at = row.getObject("changed_at", OffsetDateTime.class);
              return new Revision(row.getLong("revision"), at == null ? null : at.toInstant());
            })
        .single();
  }

  /** Takes the next number for a change; others who change wait until this transaction ends. */
  long nextRevision(Instant at) {
    return jdbc.sql(
            "update shop_calendar set revision = revision + 1, changed_at = ? returning revision")
        .param(at.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getLong(1))
        .single();
  }

  HolidayEdits edits() {
    var edits = new ArrayList<HolidayEdit>();
    jdbc.sql("select date, kind, name_id, name_en, decree from holiday_edit")
        .query(
            row -> {
              edits.add(day(row));
            });
    jdbc.sql("select year, citation from holiday_decree")
        .query(
            row -> {
              edits.add(
                  new HolidayEdit.OfYear(row.getInt(1), Optional.ofNullable(row.getString(2))));
            });
    return HolidayEdits.none().with(edits);
  }

  void store(HolidayEdit edit, long revision, Instant at, String actor) {
    switch (edit) {
      case HolidayEdit.Off(var holiday, var decree) ->
          storeDay(
              holiday.date(),
              holiday.kind().name(),
              holiday.name().map(Words::id).orElse(null),
              holiday.name().map(Words::en).orElse(null),
              decree,
              revision,
              at,
              actor);
      case HolidayEdit.Struck(var date, var decree) ->
          storeDay(date, null, null, null, decree, revision, at, actor);
      case HolidayEdit.OfYear(var year, var citation) ->
          jdbc.sql(
                  """
                  with changed as (
                    insert into holiday_change (revision, year, decree, at, actor)
                    values (:revision, :year, :citation, :at, :actor)
                  )
                  insert into holiday_decree (year, citation, at, actor)
                  values (:year, :citation, :at, :actor)
                  on conflict (year) do update set citation = excluded.citation,
                    at = excluded.at, actor = excluded.actor
                  """)
              .param("revision", revision)
              .param("year", year)
              .param("citation", citation.orElse(null))
              .param("at", at.atOffset(ZoneOffset.UTC))
              .param("actor", actor)
              .update();
    }
  }

  private void storeDay(
      LocalDate date,
      @Nullable String kind,
      @Nullable String nameId,
      @Nullable String nameEn,
      String decree,
      long revision,
      Instant at,
      String actor) {
    jdbc.sql(
            """
            with changed as (
              insert into holiday_change (revision, date, kind, name_id, name_en, decree, at, actor)
              values (:revision, :date, :kind, :name_id, :name_en, :decree, :at, :actor)
            )
            insert into holiday_edit (date, kind, name_id, name_en, decree, at, actor)
            values (:date, :kind, :name_id, :name_en, :decree, :at, :actor)
            on conflict (date) do update set kind = excluded.kind, name_id = excluded.name_id,
              name_en = excluded.name_en, decree = excluded.decree, at = excluded.at,
              actor = excluded.actor
            """)
        .param("revision", revision)
        .param("date", date)
        .param("kind", kind)
        .param("name_id", nameId)
        .param("name_en", nameEn)
        .param("decree", decree)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("actor", actor)
        .update();
  }

  List<HolidayChange> changes(int year, int most) {
    return jdbc.sql(
            """
            select date, year, kind, name_id, name_en, decree, at, actor from holiday_change
            where year = :year or extract(year from date) = :year
            order by id desc limit :most
            """)
        .param("year", year)
        .param("most", most)
        .query((row, n) -> change(row))
        .list();
  }

  private static HolidayChange change(ResultSet row) throws SQLException {
    var edit =
        row.getObject("date") == null
            ? new HolidayEdit.OfYear(
                row.getInt("year"), Optional.ofNullable(row.getString("decree")))
            : day(row);
    return new HolidayChange(
        edit, row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor"));
  }

  private static HolidayEdit day(ResultSet row) throws SQLException {
    var date = row.getObject("date", LocalDate.class);
    var kind = row.getString("kind");
    var decree = row.getString("decree");
    if (kind == null) {
      return new HolidayEdit.Struck(date, decree);
    }
    var id = row.getString("name_id");
    var name =
        id == null ? Optional.<Words>empty() : Optional.of(new Words(id, row.getString("name_en")));
    return new HolidayEdit.Off(new Holiday(date, Holiday.Kind.valueOf(kind), name), decree);
  }
}
