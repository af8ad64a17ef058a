package io.tukar.desk.goods;

import io.tukar.evidence.Photo;
import io.tukar.stock.Product;
import io.tukar.stock.Releases;
import io.tukar.stock.Unit;
import io.tukar.stock.UnitLife;
import io.tukar.stock.qc.QcTest;
import io.tukar.stock.vendor.VendorBatch;
import io.tukar.web.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A unit, its tests and where it has been.
 *
 * @param photos of each test, by its id
 * @param releases from earlier owners, the newest first
 * @param releaseDue it came back and is not released yet
 * @param vendor the batch it is in while its vendor has not answered
 * @param form of the release
 * @param names of the staff who acted, by reference
 * @param mayTest whoever looks may test units
 */
public record UnitModel(
    Unit unit,
    Product product,
    List<QcTest> tests,
    Map<Long, List<Photo>> photos,
    List<UnitLife.Moved> moves,
    List<Releases.Signed> releases,
    boolean releaseDue,
    Optional<VendorBatch> vendor,
    Form form,
    Map<String, String> names,
    boolean mayTest) {}
