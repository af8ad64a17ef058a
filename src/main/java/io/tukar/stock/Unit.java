package io.tukar.stock;

import io.tukar.kernel.MacAddress;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One thing with a serial number.
 *
 * @param lot the manufacturer's batch, as on the delivery; null where unknown
 * @param bin where on its shelf it lies, as the shop names it; null where unknown
 * @param checked passed quality control since it last came back (clause P1)
 */
public record Unit(
    long id,
    Sku sku,
    SerialNumber serial,
    @Nullable MacAddress mac,
    Place place,
    @Nullable String lot,
    @Nullable String bin,
    Grade grade,
    boolean checked) {

  /** The columns {@link #of} reads, of table {@code unit} as {@code u}. */
  static final String COLUMNS =
      "u.id, u.sku, u.serial, u.mac, u.place, u.lot, u.bin, u.grade, u.qc_passed_at";

  /** What condition it is in. */
  public enum Grade {
    NEW,
    OPENED,
    REFURBISHED,
    DEFECTIVE
  }

  boolean isSerial(Sku otherSku, SerialNumber otherSerial) {
    return sku.equals(otherSku) && serial.equals(otherSerial);
  }

  static Unit of(ResultSet row, int n) throws SQLException {
    var mac = row.getString("mac");
    return new Unit(
        row.getLong("id"),
        new Sku(row.getString("sku")),
        new SerialNumber(row.getString("serial")),
        mac == null ? null : new MacAddress(mac),
        Place.valueOf(row.getString("place")),
        row.getString("lot"),
        row.getString("bin"),
        Grade.valueOf(row.getString("grade")),
        row.getTimestamp("qc_passed_at") != null);
  }
}
