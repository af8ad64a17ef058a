package io.tukar.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.tukar.kernel.Language;
import io.tukar.kernel.Role;
import java.util.List;

/** A member of staff at the desk: one role, signed in as everybody signs in. */
final class Clerk implements AutoCloseable {

  private final Screen screen;

  private Clerk(Screen screen) {
    this.screen = screen;
  }

  /** Signs in by the page for it, which is Indonesian until somebody asks for English. */
  static Clerk signsIn(Screen screen, Role role, Language language) {
    screen.open("/desk");
    if (language == Language.EN) {
      screen.page().getByText("English").click();
    }
    screen.at(screen.words("entrance.signIn"), "sign-in");
    screen.fill(screen.main(), screen.words("entrance.login"), StoryShop.login(role));
    screen.fill(screen.main(), screen.words("entrance.password"), StoryShop.PASSWORD);
    screen.press(screen.main(), screen.words("entrance.signIn"));
    screen.page().waitForURL(url -> url.endsWith("/desk"));
    return new Clerk(screen);
  }

  @Override
  public void close() {
    screen.close();
  }

  /** Scans the number on the parcel, and takes the parcel in. */
  void receives(String rma) {
    scans(rma);
    screen.at(screen.words("arrive.receive"), "receive");
    screen.press(screen.main(), screen.words("arrive.take"));
    screen.shows(screen.words("arrive.state.TAKEN"));
    screen.follow(screen.main(), rma);
    screen.at(rma, "received");
    screen.says("Kebijakan (otomatis)", "Policy (automatic)");
  }

  /** Looks at each unit, finds what the customer said, and sends the units to the supplier. */
  void inspects(String rma, List<String> serials) {
    scans(rma);
    for (var serial : serials) {
      screen.fill(screen.main(), screen.words("inspect.code"), serial);
      leaves(() -> screen.press(screen.main(), screen.words("inspect.take")));
      saysYesToEachCheck();
    }
    selects("desk.verdict", "desk.verdict.AS_CLAIMED");
    selects("desk.fault", "desk.fault.SHOP");
    selects("desk.disposition", "desk.disposition.VENDOR_RMA");
    screen.press(screen.main(), screen.words("inspect.confirm"));
    screen.at(rma, "inspected");
    screen.shows(screen.words("desk.done.INSPECT"));
  }

  private void scans(String code) {
    screen.follow(screen.page().locator("header"), screen.words("web.desk.station"));
    screen.at(screen.words("desk.station"), "station");
    screen.fill(screen.main(), screen.words("desk.station.scan"), code);
    screen.press(screen.main(), screen.words("desk.station.open"));
  }

  private void saysYesToEachCheck() {
    var check = screen.main().locator("input[name=check]");
    assertThat(check.count()).as("something to check").isPositive();
    while (check.count() > 0) {
      var yes = screen.words("inspect.yes." + check.inputValue());
      leaves(() -> screen.press(screen.main(), yes));
    }
  }

  /** Waits for the page that a step leads to, which may have the same address. */
  private void leaves(Runnable step) {
    screen.page().evaluate("document.body.dataset.before = 'true'");
    step.run();
    screen.page().waitForSelector("body:not([data-before]) h1");
    screen.page().waitForLoadState();
  }

  /** Opens a case from the list of what is to be paid or settled. */
  void opensFromMoney(String rma) {
    screen.follow(screen.page().locator("header"), screen.words("web.desk.money"));
    screen.at(screen.words("desk.money"), "money");
    screen.follow(screen.main(), rma);
    screen.at(rma, "case");
  }

  /** Sees what would be posted, with the shipping the customer laid out, and posts it. */
  void settles(String rma, String paidByCustomer, String total) {
    begins("SETTLE");
    screen.fill(form(), screen.words("desk.cost.to-shop"), paidByCustomer);
    screen.press(form(), screen.words("desk.plan.again"));
    screen.shows(total);
    screen.at(rma, "plan");
    does("SETTLE", rma);
  }

  /** Records the transfer that stands on the bank's statement. */
  void recordsTransferIn(String rma, String amount, String reference) {
    begins("PAID_IN");
    screen.fill(form(), screen.words("desk.amount"), amount);
    screen.fill(form(), screen.words("desk.reference"), reference);
    does("PAID_IN", rma);
    screen.shows(reference);
  }

  /** Opens a case by the search that every page of the desk has. */
  void finds(String number) {
    var search = screen.page().getByRole(AriaRole.SEARCHBOX);
    search.fill(number);
    search.press("Enter");
    screen.at(number, "found");
  }

  /** Sends the units with these serials. */
  void dispatches(String rma, List<String> serials, String waybill) {
    begins("DISPATCH");
    var scans = form().locator("input[name^=serial]");
    for (int i = 0; i < serials.size(); i++) {
      scans.nth(i).fill(serials.get(i));
    }
    screen.fill(form(), screen.words("desk.waybill"), waybill);
    screen.at(rma, "dispatch");
    does("DISPATCH", rma);
  }

  /** The policy lets nothing of it through: without a reason, the desk does not either. */
  void mustGiveAReasonToAuthorize() {
    begins("AUTHORIZE");
    screen.press(form(), screen.words("desk.do.AUTHORIZE"));
    screen.says("Tulis alasannya", "Write the reason");
  }

  /** Lets a request through that the policy alone would not, and says why. */
  void authorizes(String number, String reason) {
    screen.fill(form(), screen.words("desk.override"), reason);
    screen.at(number, "authorize");
    screen.press(form(), screen.words("desk.do.AUTHORIZE"));
    screen.page().waitForURL(url -> url.endsWith("?done=authorize"));
    screen.shows(reason);
  }

  void says(String indonesian, String english) {
    screen.says(indonesian, english);
  }

  private void begins(String action) {
    screen
        .main()
        .getByRole(
            AriaRole.NAVIGATION,
            new Locator.GetByRoleOptions().setName(screen.words("desk.act.others")))
        .getByText(
            screen.words("desk.act." + action), new Locator.GetByTextOptions().setExact(true))
        .click();
    screen
        .main()
        .getByRole(
            AriaRole.HEADING,
            new Locator.GetByRoleOptions()
                .setLevel(2)
                .setName(screen.words("desk.act." + action))
                .setExact(true))
        .waitFor();
  }

  private void does(String action, String number) {
    screen.press(form(), screen.words("desk.do." + action));
    screen.shows(screen.words("desk.done." + action, number));
    screen.at(number, "done");
  }

  private void selects(String label, String option) {
    screen
        .main()
        .getByRole(
            AriaRole.COMBOBOX,
            new Locator.GetByRoleOptions().setName(screen.words(label)).setExact(true))
        .selectOption(
            new com.microsoft.playwright.options.SelectOption().setLabel(screen.words(option)));
  }

  private Locator form() {
    return screen.page().locator("#act-form");
  }
}
