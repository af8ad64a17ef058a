package io.tukar.desk.goods;

import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.staff.May;
import io.tukar.stock.Catalogue;
import io.tukar.stock.UnitLife;
import io.tukar.stock.Units;
import io.tukar.stock.qc.QcTest;
import io.tukar.stock.qc.QcTests;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A unit: what it is, the tests that were signed, and where it has been. */
@Controller
class UnitPage {

  private final Units units;
  private final UnitLife life;
  private final QcTests tests;
  private final Catalogue catalogue;
  private final ActorNames actors;
  private final QcCamera camera;

  UnitPage(
      Units units,
      UnitLife life,
      QcTests tests,
      Catalogue catalogue,
      ActorNames actors,
      QcCamera camera) {
    this.units = units;
    this.life = life;
    this.tests = tests;
    this.catalogue = catalogue;
    this.actors = actors;
    this.camera = camera;
  }

  @GetMapping("/desk/units/{id}")
  Page unit(Frame frame, @PathVariable long id) {
    var role = Badge.of(frame).role();
    var unit = units.find(id).orElseThrow(UnitPage::unknown);
    var product = catalogue.products(List.of(unit.sku())).get(unit.sku());
    if (product == null) {
      throw unknown();
    }
    var moves = life.of(id);
    var signed = tests.of(id);
    var names =
        actors.of(
            Stream.concat(
                    moves.stream().map(UnitLife.Moved::actor),
                    signed.stream()
                        .map(QcTest::ending)
                        .filter(Objects::nonNull)
                        .map(QcTest.Ending::by))
                .toList());
    return Page.of(
        "desk/goods/unit",
        new UnitModel(
            unit,
            product,
            signed,
            camera.ofAll(signed),
            moves,
            names,
            May.TEST_UNITS.allows(role)));
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
