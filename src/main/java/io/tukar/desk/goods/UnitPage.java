package io.tukar.desk.goods;

import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.kernel.Answer;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Release;
import io.tukar.stock.Releases;
import io.tukar.stock.UnitLife;
import io.tukar.stock.Units;
import io.tukar.stock.qc.QcTest;
import io.tukar.stock.qc.QcTests;
import io.tukar.stock.vendor.VendorList;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A unit: what it is, the tests that were signed, and where it has been. */
@Controller
class UnitPage {

  private static final String UNIT = "desk/goods/unit";

  private final Units units;
  private final UnitLife life;
  private final QcTests tests;
  private final Catalogue catalogue;
  private final ActorNames actors;
  private final QcCamera camera;
  private final Releases releases;
  private final VendorList vendors;
  private final Clock clock;

  UnitPage(
      Units units,
      UnitLife life,
      QcTests tests,
      Catalogue catalogue,
      ActorNames actors,
      QcCamera camera,
      Releases releases,
      VendorList vendors,
      Clock clock) {
    this.units = units;
    this.life = life;
    this.tests = tests;
    this.catalogue = catalogue;
    this.actors = actors;
    this.camera = camera;
    this.releases = releases;
    this.vendors = vendors;
    this.clock = clock;
  }

  @GetMapping("/desk/units/{id}")
  Page unit(Frame frame, @PathVariable long id) {
    return Page.of(UNIT, model(frame, id, Form.blank()));
  }

  /** Signs that a returned unit is released from its last owner. */
  @Needs(May.TEST_UNITS)
  @PostMapping("/desk/units/{id}/release")
  Reply release(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    var told =
        Release.of(
            form.value("reset").equals("true"),
            form.value("unprovisioned").equals("true"),
            form.value("reason"));
    return switch (told) {
      case Answer.Refused<Release>(var reasons) ->
          Page.refused(UNIT, model(frame, id, form.with(reasons)));
      case Answer.Done<Release>(var release) -> {
        var unit = units.find(id).orElseThrow(UnitPage::unknown);
        releases.sign(unit.id(), release, clock.instant(), Badge.actor(frame));
        yield new Redirect("/desk/units/" + unit.id());
      }
    };
  }

  private UnitModel model(Frame frame, long id, Form form) {
    var role = Badge.of(frame).role();
    var unit = units.find(id).orElseThrow(UnitPage::unknown);
    var product = catalogue.products(List.of(unit.sku())).get(unit.sku());
    if (product == null) {
      throw unknown();
    }
    var moves = life.of(id);
    var signed = tests.of(id);
    var released = releases.of(id);
    var names =
        actors.of(
            Stream.concat(
                    Stream.concat(
                        moves.stream().map(UnitLife.Moved::actor),
                        released.stream().map(Releases.Signed::by)),
                    signed.stream()
                        .map(QcTest::ending)
                        .filter(Objects::nonNull)
                        .map(QcTest.Ending::by))
                .toList());
    return new UnitModel(
        unit,
        product,
        signed,
        camera.ofAll(signed),
        moves,
        released,
        releases.isDue(id),
        vendors.batchOf(id),
        form,
        names,
        May.TEST_UNITS.allows(role));
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
