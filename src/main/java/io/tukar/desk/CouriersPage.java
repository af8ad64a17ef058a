package io.tukar.desk;

import io.tukar.csv.ImportCounts;
import io.tukar.csv.UnreadableFile;
import io.tukar.shipping.Addresses;
import io.tukar.shipping.Courier;
import io.tukar.shipping.CourierBook;
import io.tukar.shipping.CourierProduct;
import io.tukar.shipping.Spot;
import io.tukar.shipping.TariffImport;
import io.tukar.shipping.Tariffs;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Kurir: whom the shop trusts, what they sell and what they take. */
@Controller
class CouriersPage {

  static final int FILE_BYTES_MAX = 4 * 1024 * 1024;
  private static final int REMARKS_MAX = 100;
  private static final int TYPED_CHARS_MAX = 60;
  private static final String PAGE = "desk/couriers";
  private static final String PATH = "/desk/couriers";
  private static final List<String> SAID = List.of("offered", "product", "origin");

  private final CourierBook book;
  private final Tariffs tariffs;
  private final TariffImport imports;
  private final Addresses addresses;
  private final Clock clock;

  CouriersPage(
      CourierBook book, Tariffs tariffs, TariffImport imports, Addresses addresses, Clock clock) {
    this.book = book;
    this.tariffs = tariffs;
    this.imports = imports;
    this.addresses = addresses;
    this.clock = clock;
  }

  @GetMapping(PATH)
  Page show(
      Frame frame,
      @RequestParam(name = "q", defaultValue = "") String typed,
      @RequestParam(name = "page", defaultValue = "1") String page,
      @RequestParam(name = "done", defaultValue = "") String done) {
    return Page.of(
        PAGE,
        model(
            frame,
            typed.substring(0, Math.min(typed.length(), TYPED_CHARS_MAX)),
            page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1,
            blank(),
            SAID.contains(done) ? frame.text("desk.couriers.done." + done) : "",
            Optional.empty(),
            List.of()));
  }

  /** Says which couriers customers are offered. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping(PATH + "/offered")
  Redirect offer(Frame frame, @RequestParam Map<String, String> fields) {
    var typed = new Typed(fields);
    book.offer(
        Arrays.stream(Courier.values())
            .filter(courier -> typed.checked("offer-" + courier))
            .toList());
    return new Redirect(PATH + "?done=offered");
  }

  /** Adds what a courier sells, or changes it. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping(PATH + "/product")
  Reply product(Frame frame, @RequestParam Map<String, String> fields) {
    var typed = new Typed(fields);
    var courier = typed.choice("courier", Courier.class);
    var code = typed.text("code").toUpperCase(Locale.ROOT);
    var name = typed.text("name");
    if (!CourierBook.isCode(code)) {
      typed.refuse(code.isEmpty() ? "value-missing" : "value-unreadable", "code");
    }
    if (name.isEmpty()) {
      typed.refuse("value-missing", "name");
    } else if (name.length() > CourierBook.NAME_CHARS_MAX) {
      typed.refuse("value-too-long", "name", CourierBook.NAME_CHARS_MAX);
    }
    if (courier.isPresent() && typed.refusals().isEmpty()) {
      book.store(new CourierProduct(courier.get(), code, name, typed.checked("active")));
      return new Redirect(PATH + "?done=product");
    }
    var blank = blank();
    return refused(
        frame,
        new CouriersModel.Forms(
            blank.origin(), Form.of(fields).with(typed.refusals()), blank.file()));
  }

  /** Says where the shop's parcels start. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping(PATH + "/origin")
  Reply origin(Frame frame, @RequestParam Map<String, String> fields) {
    var typed = new Typed(fields);
    var city = typed.text("city");
    var postcode = typed.text("postcode");
    if (Spot.of(city, null).isUnknown()) {
      typed.refuse(city.isEmpty() ? "value-missing" : "value-unreadable", "city");
    }
    if (!postcode.isEmpty() && Spot.of(null, postcode).isUnknown()) {
      typed.refuse("value-unreadable", "postcode");
    }
    if (typed.refusals().isEmpty() && !book.startsFrom(city, postcode)) {
      typed.refuse("shop-not-set-up", "city");
    }
    if (typed.refusals().isEmpty()) {
      return new Redirect(PATH + "?done=origin");
    }
    var blank = blank();
    return refused(
        frame,
        new CouriersModel.Forms(
            Form.of(fields).with(typed.refusals()), blank.product(), blank.file()));
  }

  /** Takes a file of tariffs, and says what became of each row. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping(PATH + "/tariffs")
  Reply take(Frame frame, @RequestParam("file") MultipartFile file) throws IOException {
    var typed = new Typed(Map.of());
    if (file.isEmpty()) {
      typed.refuse("value-missing", "file");
    } else if (file.getSize() > FILE_BYTES_MAX) {
      typed.refuse("tariff-file-too-large", "file", FILE_BYTES_MAX >> 20);
    }
    if (typed.refusals().isEmpty()) {
      var remarks = new ArrayList<String>();
      var copy = Files.createTempFile("tukar-tariffs", ".csv");
      try {
        file.transferTo(copy);
        var counts =
            imports.read(
                copy,
                clock.instant(),
                remark -> {
                  if (remarks.size() < REMARKS_MAX) {
                    remarks.add(remark.toString());
                  }
                },
                sofar -> {});
        return Page.of(PAGE, model(frame, "", 1, blank(), "", Optional.of(counts), remarks));
      } catch (UnreadableFile e) {
        typed.refuse("tariff-file-unreadable", "file");
      } finally {
        Files.deleteIfExists(copy);
      }
    }
    var blank = blank();
    return refused(
        frame,
        new CouriersModel.Forms(
            blank.origin(), blank.product(), Form.blank().with(typed.refusals())));
  }

  private CouriersModel.Forms blank() {
    var shop = addresses.ofShop();
    return new CouriersModel.Forms(
        Form.of(
            Map.of(
                "city",
                shop.flatMap(one -> one.city()).orElse(""),
                "postcode",
                shop.flatMap(one -> one.postcode()).orElse(""))),
        Form.of(Map.of("courier", Courier.JNE.name(), "active", "true")),
        Form.blank());
  }

  private Page refused(Frame frame, CouriersModel.Forms forms) {
    return Page.refused(PAGE, model(frame, "", 1, forms, "", Optional.empty(), List.of()));
  }

  private CouriersModel model(
      Frame frame,
      String typed,
      int asked,
      CouriersModel.Forms forms,
      String said,
      Optional<ImportCounts> imported,
      List<String> remarks) {
    var count = tariffs.count(typed);
    var pages = Math.max(1, (count + Tariffs.ROWS_MAX - 1) / Tariffs.ROWS_MAX);
    var page = Math.clamp(asked, 1, pages);
    return new CouriersModel(
        book.choices(),
        book.products(),
        typed,
        tariffs.page(typed, page),
        count,
        page,
        pages,
        May.CHANGE_SETTINGS.allows(Badge.of(frame).role()),
        forms,
        imported,
        List.copyOf(remarks),
        said);
  }
}
