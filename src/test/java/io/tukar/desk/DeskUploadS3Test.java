package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.evidence.S3Server;
import io.tukar.evidence.S3Wire;
import io.tukar.evidence.TestClips;
import io.tukar.evidence.TestPhotos;
import io.tukar.kernel.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Photos of a case in a bucket, which answers or does not. */
@TukarTest
@DirtiesContext
@Import(DeskShop.class)
class DeskUploadS3Test {

  private static final Map<String, String> FAULT_OF_LINE_1 = Map.of("line", "1", "slot", "FAULT");
  private static final S3Wire WIRE = wire();

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ClockForTests clock;
  @Autowired private JdbcClient jdbc;
  private PlainBrowser browser;
  private String path;

  private static S3Wire wire() {
    try {
      return new S3Wire(S3Server.running().port());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void bucket(DynamicPropertyRegistry settings) throws IOException {
    var bucket = S3Server.running().bucket();
    settings.add("tukar.s3.bucket", () -> bucket);
    settings.add("tukar.s3.endpoint", WIRE::address);
    settings.add("tukar.s3.access-key", () -> S3Server.ACCESS_KEY);
    settings.add("tukar.s3.secret-key", () -> S3Server.SECRET_KEY);
  }

  @BeforeEach
  void openCase() {
    WIRE.mend();
    clock.standAt(DeskShop.NOW);
    shop.hire();
    path = "/desk/cases/" + DeskShop.number(shop.received());
    browser = new PlainBrowser(port, "id");
    browser.get("/desk/sign-in");
    browser.post(
        "/desk/sign-in", "login", DeskShop.login(Role.INSPECTOR), "password", DeskShop.PASSWORD);
    browser.get(path);
  }

  @AfterEach
  void letTheClockRun() {
    browser.close();
    clock.run();
  }

  @AfterAll
  static void hangUp() throws IOException {
    WIRE.close();
  }

  @Test
  void photosAndVideosAreShownOutOfTheBucket() throws Exception {
    var clip = TestClips.mp4(9);
    var page =
        browser
            .upload(path + "/photos", FAULT_OF_LINE_1, List.of(TestPhotos.jpeg(320, 240), clip))
            .text();

    var addresses = pictures(page);
    var staff = new Visitor(port);
    staff.signIn(DeskShop.login(Role.AGENT), DeskShop.PASSWORD);
    var photo = staff.get(addresses.get(addresses.size() - 2));
    assertThat(photo.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(photo.headers().firstValue("Cache-Control"))
        .contains("max-age=28800, private, immutable");
    var whole = staff.get(addresses.getLast());
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.headers().firstValue("Content-Type")).contains("video/mp4");
    assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
    var part = staff.get(addresses.getLast(), "Range", "bytes=100-199");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 100-199/" + clip.length);
    var end = staff.get(addresses.getLast(), "Range", "bytes=-50");
    assertThat(end.body())
        .isEqualTo(
            new String(
                Arrays.copyOfRange(clip, clip.length - 50, clip.length), StandardCharsets.UTF_8));
  }

  @Test
  void aBucketThatIsAwayRefusesPhotosAndLeavesThePageStanding() throws Exception {
    browser.upload(path + "/photos", FAULT_OF_LINE_1, List.of(TestPhotos.jpeg(340, 240)));
    int before = photos();
    WIRE.cut();

    var refused =
        browser.upload(path + "/photos", FAULT_OF_LINE_1, List.of(TestPhotos.jpeg(350, 240)));

    assertThat(refused.text()).contains("tempat penyimpanan foto sedang tidak menjawab");
    assertThat(photos()).as("nothing half written").isEqualTo(before);
    var page = browser.get(path);
    assertThat(page.status()).isEqualTo(200);
    var picture = pictures(page.text()).getLast();
    var away = browser.get(picture);
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.header("Retry-After")).isEqualTo("30");
    assertThat(away.header("Cache-Control")).contains("no-store");
    WIRE.mend();
    assertThat(browser.get(picture).status()).isEqualTo(200);
    browser.get(path);
    browser.upload(path + "/photos", FAULT_OF_LINE_1, List.of(TestPhotos.jpeg(350, 240)));
    assertThat(photos()).isEqualTo(before + 1);
  }

  /** The addresses of the case's photos, the latest last. */
  private List<String> pictures(String page) {
    return Pattern.compile("href=\"(" + path + "/photos/\\d+)\"")
        .matcher(page)
        .results()
        .map(link -> link.group(1))
        .distinct()
        .toList();
  }

  private int photos() {
    return jdbc.sql("select count(*) from photo").query(Integer.class).single();
  }
}
