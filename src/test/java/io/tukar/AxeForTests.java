package io.tukar;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe, the accessibility checker, finds wrong with a page in the browser. */
public final class AxeForTests {

  private AxeForTests() {}

  /**
   * The rules the page breaks, each with every place it is broken at; empty when it breaks none.
   *
   * <p>The check begins and ends in the page itself. Axe's other way ends it in a second browser
   * context, which lets it reach frames of other sites; our pages have no frames, and opening that
   * context took most of the time.
   */
  public static List<Rule> violations(Page page) {
    if (page.frames().size() != 1) {
      throw new IllegalStateException("A page with frames is not wholly seen: " + page.url());
    }
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).setLegacyMode(true).options(options).analyze().getViolations();
  }
}
