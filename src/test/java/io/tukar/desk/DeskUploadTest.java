package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.PlainBrowser;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.evidence.TestClips;
import io.tukar.evidence.TestPhotos;
import io.tukar.kernel.Role;
import io.tukar.rma.Rma;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Photos that staff add to a case, sent as a browser sends them. */
@TukarTest
@Import(DeskShop.class)
class DeskUploadTest {

  private static final Map<String, String> LABEL_OF_LINE_1 = Map.of("line", "1", "slot", "LABEL");
  private static final int MEBIBYTE = 1 << 20;

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ClockForTests clock;
  @Autowired private JdbcClient jdbc;
  private PlainBrowser browser;
  private Rma rma;
  private String path;

  @BeforeEach
  void openCase() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
    rma = shop.received();
    path = "/desk/cases/" + DeskShop.number(rma);
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

  @Test
  void severalPhotosAtOnceStandOnTheCaseAndCanBeLookedAt() {
    int before = photos();
    var page = send(TestPhotos.jpeg(320, 240), TestPhotos.jpeg(330, 240));
    assertThat(page.status()).isEqualTo(200);
    assertThat(photos()).isEqualTo(before + 2);
    var links = Pattern.compile("href=\"(" + path + "/photos/\\d+)\"").matcher(page.text());
    var shown = links.results().map(link -> browser.get(link.group(1))).toList();
    assertThat(shown.stream().filter(photo -> photo.status() == 200))
        .hasSize(2)
        .allSatisfy(photo -> assertThat(photo.header("Content-Type")).isEqualTo("image/jpeg"));
  }

  @Test
  void aShortVideoStandsOnTheCaseAndIsPlayedFromAnySecond() throws Exception {
    var fields = Map.of("line", "1", "slot", "FAULT");
    var clip = TestClips.mp4(65);

    var page = browser.upload(path + "/photos", fields, List.of(clip)).text();

    assertThat(page).contains("Video 1:05");
    var link = Pattern.compile("href=\"(" + path + "/photos/\\d+)\"").matcher(page);
    var address = link.results().map(hit -> hit.group(1)).reduce((one, next) -> next).orElseThrow();
    var staff = new Visitor(port);
    staff.signIn(DeskShop.login(Role.AGENT), DeskShop.PASSWORD);
    var whole = staff.get(address);
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.headers().firstValue("Content-Type")).contains("video/mp4");
    assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
    assertThat(whole.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(whole.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("media-src 'self'");
    var part = staff.get(address, "Range", "bytes=100-199");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 100-199/" + clip.length);
    assertThat(staff.get(address + "?small=true").headers().firstValue("Content-Type"))
        .contains("image/jpeg");
    assertThat(new Visitor(port).get(address).statusCode()).isNotEqualTo(200);
    assertThat(browser.upload(path + "/photos", LABEL_OF_LINE_1, List.of(clip)).text())
        .contains("harus terbaca");
    assertThat(browser.upload(path + "/photos", fields, List.of(TestClips.mp4(200))).text())
        .contains("lebih lama dari 3 menit");
  }

  @Test
  void aPhotoThatLooksLikeOneOfAnotherCaseIsShownBesideIt() {
    var first = DeskShop.number(shop.authorized());
    var second = DeskShop.number(shop.authorized());
    for (var number : List.of(first, second)) {
      path = "/desk/cases/" + number;
      assertThat(send(TestPhotos.jpeg(first.hashCode() % 50 + 400, 300)).status()).isEqualTo(200);
    }

    var page = browser.get(path).text();
    assertThat(page)
        .contains("Ada foto yang mirip foto kasus <a href=\"/desk/cases/" + first, "Bandingkan");
    var other = Pattern.compile("/desk/cases/" + first + "/photos/\\d+\\?small=true").matcher(page);
    assertThat(other.find()).isTrue();
    assertThat(browser.get(other.group()).header("Content-Type")).isEqualTo("image/jpeg");
  }

  @Test
  void whatIsNoPhotoOrTooLargeIsSaidAtTheFieldAndTheOthersAreKept() {
    int before = photos();
    var none = send("bukan foto".getBytes(StandardCharsets.UTF_8));
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.text()).contains("field-wrong");
    assertThat(photos()).isEqualTo(before);

    var large = send(TestPhotos.jpeg(340, 240), new byte[17 * MEBIBYTE]);
    assertThat(large.status()).isEqualTo(422);
    assertThat(large.text()).contains("lebih besar dari 15 MB");
    assertThat(photos()).isEqualTo(before + 1);
  }

  @Test
  void tenLargePhotosAtOnceAreReadAndAnEleventhIsOneTooMany() {
    int before = photos();
    var eleven = new ArrayList<byte[]>();
    for (int i = 0; i < 11; i++) {
      eleven.add(TestPhotos.jpeg(350 + i, 240));
    }
    var page = browser.upload(path + "/photos", LABEL_OF_LINE_1, eleven);
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("paling banyak 10 foto");
    assertThat(photos()).isEqualTo(before);

    var ten = List.of(new byte[12 * MEBIBYTE], new byte[12 * MEBIBYTE], TestPhotos.jpeg(300, 240));
    var heavy = browser.upload(path + "/photos", LABEL_OF_LINE_1, ten);
    assertThat(heavy.status()).isEqualTo(422);
    assertThat(photos()).isEqualTo(before + 1);
  }

  @Test
  void onlyWhoHasSignedInMaySendThatMuch() {
    try (var stranger = new PlainBrowser(port, "id")) {
      stranger.get("/desk/sign-in");
      var photo = List.of(new byte[30 * MEBIBYTE]);
      for (var to : List.of("/desk/sign-in", path + "/photos")) {
        assertThat(stranger.upload(to, LABEL_OF_LINE_1, photo).status()).as(to).isEqualTo(413);
      }
    }
    assertThat(send(new byte[30 * MEBIBYTE]).status()).isEqualTo(422);
  }

  private PlainBrowser.Seen send(byte[]... files) {
    return browser.upload(path + "/photos", LABEL_OF_LINE_1, List.of(files));
  }

  private int photos() {
    return jdbc.sql("select count(*) from photo where rma_id = ?")
        .param(rma.id())
        .query(Integer.class)
        .single();
  }
}
