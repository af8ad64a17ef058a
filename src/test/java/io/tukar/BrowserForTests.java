package io.tukar;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Chromium that tests look at pages with: the one {@code TUKAR_CHROMIUM} names, else one on the
 * PATH, else Playwright's own download, which {@code bin/test} gets where there is no other.
 */
public final class BrowserForTests implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final Browser browser;

  private BrowserForTests(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it without a window; to be closed after the last test of a class. */
  public static BrowserForTests start() {
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options =
        new LaunchOptions()
            // As root Chromium has no sandbox; here it sees the pages of the tests alone.
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"));
    executable().ifPresent(options::setExecutablePath);
    return new BrowserForTests(playwright, playwright.chromium().launch(options));
  }

  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Optional<Path> executable() {
    String named = System.getenv().getOrDefault("TUKAR_CHROMIUM", "");
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    List<Path> folders =
        Arrays.stream(
                System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
