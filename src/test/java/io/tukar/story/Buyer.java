package io.tukar.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.tukar.evidence.TestPhotos;
import java.util.List;

/** A customer at a phone: what they do on the portal, step by step. */
final class Buyer implements AutoCloseable {

  private static final List<String> SLOTS = List.of("LABEL", "UNIT", "FAULT", "BOX");

  private final Screen screen;

  Buyer(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void close() {
    screen.close();
  }

  /** Finds the order by its number and the phone it was bought with. */
  void findsTheOrder(StoryShop.Bought bought) {
    screen.open("/");
    screen.at(screen.words("portal.find.title"), "find");
    fill("portal.find.number", bought.number());
    fill("portal.find.contact", bought.phone());
    press("portal.find.button");
    screen.at(screen.words("portal.order.title", bought.number()), "order");
  }

  /** Says which item, how many, and what is wrong with them. */
  void saysTheyAreDead(StoryShop.Bought bought, int quantity) {
    press("portal.order.start");
    screen.at(screen.words("portal.items.title"), "items");
    screen
        .main()
        .getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(bought.item()))
        .check();
    screen.fill(
        screen.main(),
        screen.words("portal.items.quantity") + " " + bought.item(),
        String.valueOf(quantity));
    press("portal.continue");
    screen.at(screen.words("portal.reason.title"), "reason");
    choose("portal.reason.DEAD_ON_ARRIVAL");
    screen.at(screen.words("portal.symptom.title"), "symptom");
    choose("portal.symptom.NO_POWER");
    screen.at(screen.words("portal.condition.title"), "condition");
    screen
        .main()
        .getByRole(
            AriaRole.GROUP,
            new Locator.GetByRoleOptions().setName(screen.words("portal.check.complete")))
        .getByLabel(
            screen.words("portal.check.answer.yes"), new Locator.GetByLabelOptions().setExact(true))
        .check();
    press("portal.continue");
  }

  /** Asks for another model in exchange. */
  void wants(String product) {
    screen.at(screen.words("portal.wanted.title"), "wanted");
    screen.main().getByText(screen.words("portal.wanted.other")).click();
    fill("portal.wanted.search", product);
    press("portal.wanted.searchButton");
    var option =
        screen.main().getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(product));
    option.check();
    screen.at(screen.words("portal.wanted.title"), "wanted-dearer");
    press("portal.continue");
  }

  /** Keeps the model as it is. */
  void wantsTheSame() {
    screen.at(screen.words("portal.wanted.title"), "wanted-same");
    press("portal.continue");
  }

  /** Takes a picture for every place that needs one. */
  void takesPhotos() {
    screen.at(screen.words("portal.photos.title"), "photos");
    for (int i = 0; i < SLOTS.size(); i++) {
      photo(SLOTS.get(i), TestPhotos.jpeg(640 + i, 480));
    }
    screen.shows(screen.words("portal.photos.complete"));
    screen.at(screen.words("portal.photos.title"), "photos-there");
    press("portal.continue");
    screen.at(screen.words("portal.check.title"), "check");
  }

  /** Leaves the photos for later. */
  void leavesPhotosForLater() {
    screen.at(screen.words("portal.photos.title"), "photos-none");
    press("portal.photos.later");
    screen.at(screen.words("portal.check.title"), "check-without-photos");
  }

  private void photo(String slot, byte[] jpeg) {
    var place =
        screen
            .main()
            .getByRole(
                AriaRole.REGION,
                new Locator.GetByRoleOptions()
                    .setName(screen.words("portal.slot." + slot))
                    .setExact(true));
    place
        .locator("input[type=file]")
        .setInputFiles(new FilePayload(slot + ".jpg", "image/jpeg", jpeg));
    var send = place.locator(".upload-send");
    if (send.isVisible()) {
      send.click();
    }
    place.getByText(screen.words("web.photo.there")).waitFor();
  }

  /** Submits, and stands on the page of the case. */
  void submits(String heading) {
    press("portal.check.submit");
    screen.at(screen.words(heading), "submitted");
  }

  /** The case's number as the page gives it. */
  String number() {
    return screen.main().locator(".case-number strong").innerText();
  }

  /** Opens the page with address and packing, looks at the slip, and gives the waybill. */
  void ships(String waybill) {
    var number = number();
    follow("portal.case.ship");
    screen.at(screen.words("portal.ship.title"), "ship");
    screen.shows(number);
    screen.shows("Jl. Uji 1, Jakarta 12190");
    screen.says(
        "Kemas di dalam dus produknya, lalu lindungi dengan bubble wrap",
        "Pack it in its product box, then protect that with bubble wrap");
    screen.says("Ongkir ditanggung toko", "The shop pays the shipping");
    follow("portal.ship.slip");
    screen.at(number, "slip");
    screen
        .main()
        .getByRole(
            AriaRole.IMG,
            new Locator.GetByRoleOptions().setName(screen.words("portal.slip.qr", number)))
        .waitFor();
    follow("web.back");
    fill("portal.ship.number", waybill);
    screen
        .main()
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("JNE").setExact(true))
        .check();
    press("portal.ship.save");
    screen.at(screen.words("portal.status.authorized-sent"), "sent");
    screen.shows("JNE " + waybill);
  }

  /** Looks at the case again, as it is now. */
  void looksAgain(String heading, String picture) {
    screen.page().reload();
    screen.at(screen.words(heading), picture);
  }

  /** Comes back by the link of a letter. */
  void comesBackBy(String path, String heading) {
    screen.open(path);
    screen.at(screen.words(heading), "by-link");
  }

  /** Looks up what to transfer, and where to. */
  String looksUpWhatToPay(int owed) {
    follow("portal.case.pay");
    screen.at(screen.words("portal.pay.title"), "pay");
    var asked = screen.main().locator("[data-copy]").first().getAttribute("data-copy");
    var code = owed - Integer.parseInt(asked);
    assertThat(code).isBetween(1, 999);
    screen.shows(screen.words("portal.pay.code", "Rp" + code));
    screen.shows("123-456-7890");
    screen.says("Selisih harga Rp150.000", "Price difference Rp150,000");
    screen.says("Ongkir −Rp18.000", "Shipping −Rp18,000");
    follow("portal.pay.back");
    return asked;
  }

  /** Says that the replacement works. */
  void saysItWorks() {
    press("portal.works.yes");
    screen.at(screen.words("portal.status.closed"), "closed");
  }

  /** Calls the exchange off, asked once more. */
  void cancels(String number) {
    follow("portal.cancel.link");
    screen.at(screen.words("portal.cancel.title", number), "cancel");
    press("portal.cancel.yes");
    screen.at(screen.words("portal.status.cancelled"), "cancelled");
    screen.says("Berakhir", "Ended");
    screen.says("Tidak jadi ditukar", "Not exchanged");
  }

  void says(String indonesian, String english) {
    screen.says(indonesian, english);
  }

  void sees(String text) {
    screen.shows(text);
  }

  private void fill(String label, String text) {
    screen.fill(screen.main(), screen.words(label), text);
  }

  private void press(String name) {
    screen.press(screen.main(), screen.words(name));
  }

  private void follow(String name) {
    screen.follow(screen.main(), screen.words(name));
  }

  /** A choice is a button with its name and a word of explanation. */
  private void choose(String key) {
    screen
        .page()
        .getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions()
                .setName(screen.words(key) + " " + screen.words(key + ".hint")))
        .click();
  }
}
