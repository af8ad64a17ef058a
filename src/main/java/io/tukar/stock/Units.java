package io.tukar.stock;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The units that are known by their serial. */
@Repository
public class Units {

  /** A code that was scanned names at most this many units, each of another product. */
  private static final int SCANNED_MAX = 20;

  private static final String UNIT = "select " + Unit.COLUMNS + " from unit u ";

  private final JdbcClient jdbc;

  Units(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Unit> find(long id) {
    return jdbc.sql(UNIT + "where u.id = ?").param(id).query(Unit::of).optional();
  }

  /** The unit, with its row locked until the transaction ends. */
  public Optional<Unit> lock(long id) {
    return jdbc.sql(UNIT + "where u.id = ? for no key update").param(id).query(Unit::of).optional();
  }

  /** The units with these ids, by id, their rows locked until the transaction ends. */
  public List<Unit> lock(Collection<Long> ids) {
    return jdbc.sql(UNIT + "where u.id = any(?) order by u.id for no key update")
        .param(ids.toArray(Long[]::new))
        .query(Unit::of)
        .list();
  }

  /** What a scanned code may mean: a unit's MAC, or a serial, which is unique within a product. */
  public List<Unit> scanned(String code) {
    return jdbc.sql(UNIT + "where u.serial = :serial or u.mac = :mac order by u.id limit :most")
        .param("serial", SerialNumber.parse(code).map(SerialNumber::value).orElse(null))
        .param("mac", MacAddress.parse(code).map(MacAddress::value).orElse(null))
        .param("most", SCANNED_MAX)
        .query(Unit::of)
        .list();
  }

  /**
   * The unit with this serial. One of a number that was counted in without serials becomes known by
   * it; a MAC that was not known yet is kept.
   */
  public Answer<Unit> introduce(Sku sku, SerialNumber serial, @Nullable MacAddress mac) {
    if (mac != null) {
      var other = ownerOf(mac).filter(unit -> !unit.isSerial(sku, serial));
      if (other.isPresent()) {
        return Answer.refused(Refusal.of("mac-of-other-unit", "mac", other.get().serial()));
      }
    }
    if (mac != null) {
      jdbc.sql("update unit set mac = ? where sku = ? and serial = ? and mac is null")
          .param(mac.value())
          .param(sku.value())
          .param(serial.value())
          .update();
    }
    var known = with(sku, List.of(serial));
    return known.isEmpty() ? uncounted(sku, serial, mac) : Answer.done(known.getFirst());
  }

  /** One of the number on the shelf that has no serial yet; the number stands still meanwhile. */
  private Answer<Unit> uncounted(Sku sku, SerialNumber serial, @Nullable MacAddress mac) {
    jdbc.sql("select 1 from stock_level where sku = ? for no key update")
        .param(sku.value())
        .query(Integer.class)
        .optional();
    jdbc.sql(
            """
            insert into unit (sku, serial, mac, place)
            select :sku, :serial, :mac, 'SHELF' from stock_level s
            where s.sku = :sku
              and s.on_hand > (select count(*) from unit where sku = :sku and place = 'SHELF')
            on conflict (sku, serial) do nothing
            """)
        .param("sku", sku.value())
        .param("serial", serial.value())
        .param("mac", mac == null ? null : mac.value())
        .update();
    return with(sku, List.of(serial)).stream()
        .findFirst()
        .map(Answer::done)
        .orElseGet(() -> Answer.refused(Refusal.of("unit-not-on-shelf", "serial", serial)));
  }

  /** Records the test a unit may be shipped on (clause P1); one that had a fault was mended. */
  public void passed(long unitId, long testId, Instant at, Actor by) {
    jdbc.sql(
            """
            update unit
            set qc_passed_at = ?, qc_by = ?, qc_test_id = ?,
                grade = case grade when 'DEFECTIVE' then 'REFURBISHED' else grade end
            where id = ?
            """)
        .params(at.atOffset(ZoneOffset.UTC), by.reference(), testId, unitId)
        .update();
  }

  /** A fault was found: no pass counts until the unit passes a test anew (clause P1). */
  public void doubted(long unitId) {
    jdbc.sql(
            """
            update unit set qc_passed_at = null, qc_by = null, qc_test_id = null
            where id = ? and qc_passed_at is not null
            """)
        .param(unitId)
        .update();
  }

  /** A unit that failed its test may not be shipped. */
  public void failed(long unitId) {
    jdbc.sql(
            """
            update unit
            set qc_passed_at = null, qc_by = null, qc_test_id = null, grade = 'DEFECTIVE'
            where id = ?
            """)
        .param(unitId)
        .update();
  }

  /** Those of a product's units that have one of these serials. */
  List<Unit> with(Sku sku, List<SerialNumber> serials) {
    return jdbc.sql(UNIT + "where u.sku = ? and u.serial = any(?) order by u.id")
        .params(sku.value(), serials.stream().map(SerialNumber::value).toArray(String[]::new))
        .query(Unit::of)
        .list();
  }

  /** Those units that have one of these MACs. */
  List<Unit> withMac(List<MacAddress> macs) {
    return jdbc.sql(UNIT + "where u.mac = any(?) order by u.id")
        .param(macs.stream().map(MacAddress::value).toArray(String[]::new))
        .query(Unit::of)
        .list();
  }

  /** The units of a product in a place. */
  List<Unit> in(Sku sku, Place place) {
    return jdbc.sql(UNIT + "where u.sku = ? and u.place = ? order by u.id")
        .params(sku.value(), place.name())
        .query(Unit::of)
        .list();
  }

  /** A unit nobody knew; the move that brings it is the caller's. */
  long add(Sku sku, Delivery.Tag tag, Place place, @Nullable String lot, @Nullable String bin) {
    var mac = tag.mac();
    return jdbc.sql(
            "insert into unit (sku, serial, mac, place, lot, bin) values (?, ?, ?, ?, ?, ?)"
                + " returning id")
        .param(sku.value())
        .param(tag.serial().value())
        .param(mac == null ? null : mac.value())
        .param(place.name())
        .param(lot)
        .param(bin)
        .query(Long.class)
        .single();
  }

  /** Writes down what a file tells of a unit; false where it was so already. */
  boolean mark(long unitId, ImportedStock.OfUnit told) {
    var mac = told.mac();
    var grade = told.grade();
    return 1
        == jdbc.sql(
                """
                update unit
                set mac = coalesce(:mac, mac), lot = coalesce(:lot, lot), bin = coalesce(:bin, bin),
                    grade = coalesce(:grade, grade)
                where id = :id
                  and (coalesce(:mac, mac), coalesce(:lot, lot), coalesce(:bin, bin),
                       coalesce(:grade, grade)) is distinct from (mac, lot, bin, grade)
                """)
            .param("mac", mac == null ? null : mac.value())
            .param("lot", told.lot())
            .param("bin", told.bin())
            .param("grade", grade == null ? null : grade.name())
            .param("id", unitId)
            .update();
  }

  private Optional<Unit> ownerOf(MacAddress mac) {
    return jdbc.sql(UNIT + "where u.mac = ?").param(mac.value()).query(Unit::of).optional();
  }
}
