package io.tukar.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.TukarTest;
import io.tukar.kernel.Role;
import io.tukar.rma.Cases;
import io.tukar.rma.ShopFixture;
import io.tukar.rma.Verification;
import io.tukar.staff.Tokens;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Photos through the API: to a draft before submitting, to a case that waits for them. */
@TukarTest
class PhotoUploadTest {

  @LocalServerPort private int port;
  @Autowired private Tokens tokens;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockForTests clock;
  @Autowired private Verification verification;
  private ApiClient agent;
  private String order;

  @BeforeEach
  void openShop() {
    clock.standAt(Cases.MONDAY);
    agent = ApiClient.with(tokens, Role.AGENT, port);
    var shop = new ShopFixture(jdbc);
    var sku = shop.product(Cases.freshSku(), 900_000, 1);
    var id = shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku.value(), 1, 900_000));
    order = shop.number(id);
  }

  @Test
  void aPhotoOfADraftIsKeptOnceHoweverOftenItIsSent() {
    var photos = "/drafts/" + draft() + "/photos";
    var key = UUID.randomUUID().toString();
    var first = agent.photo(photos, key, about("LABEL"), jpeg(Color.RED));
    assertThat(first.status()).isEqualTo(201);
    var described = new JsonSchema(agent.get("/openapi.json").json());
    assertThat(described.violations(first.json(), "PhotoAdded")).isEmpty();
    assertThat(first.json().at("/photo/width").asInt()).isEqualTo(64);

    var again = agent.photo(photos, key, about("LABEL"), jpeg(Color.RED));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.http().body()).isEqualTo(first.http().body());
    var other = agent.photo(photos, key, about("LABEL"), jpeg(Color.BLUE));
    assertThat(other.text("/errors/0/code")).isEqualTo("key-of-other-request");
  }

  @Test
  void aFileThatIsNoPhotoIsRefusedAtItsField() {
    var photos = "/drafts/" + draft() + "/photos";
    var answer = agent.photo(photos, "k-not", about("LABEL"), "no photo".getBytes(UTF_8));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/code")).isEqualTo("photo-not-an-image");

    var large = agent.photo(photos, "k-large", about("LABEL"), new byte[17 * 1024 * 1024]);
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.text("/errors/0/code")).isEqualTo("body-too-large");
    assertThat(large.text("/errors/0/detail")).contains("16");

    var slot = agent.photo(photos, "k-slot", Map.of("line", "1", "slot", "MOON"), jpeg(Color.RED));
    assertThat(slot.text("/errors/0/field")).isEqualTo("slot");
    var line = agent.photo(photos, "k-line", Map.of("slot", "BOX"), jpeg(Color.RED));
    assertThat(line.text("/errors/0/code")).isEqualTo("value-missing");
    var unknown = agent.photo(photos, "k-two", Map.of("line", "2", "slot", "BOX"), jpeg(Color.RED));
    assertThat(unknown.text("/errors/0/code")).isEqualTo("no-such-line");
    var nowhere =
        agent.photo(
            "/drafts/" + UUID.randomUUID() + "/photos", "k-where", about("BOX"), jpeg(Color.RED));
    assertThat(nowhere.status()).isEqualTo(404);
  }

  @Test
  void aCaseThatWaitsForPhotosGoesOnWithTheLastOfThemAndAsksOnlyOnce() {
    var opened =
        agent.post(
            "/cases",
            """
            {"order": "%s", "lines": [{"line": 1, "quantity": 1, "reason": "DEAD_ON_ARRIVAL",
              "complete": true}]}
            """
                .formatted(order));
    assertThat(opened.text("/status")).isEqualTo("NEEDS_EVIDENCE");
    var photos = "/cases/" + opened.text("/request") + "/photos";
    for (var slot : new String[] {"LABEL", "UNIT", "FAULT"}) {
      var added = agent.photo(photos, "k-" + order + slot, about(slot), jpeg(Color.GREEN));
      assertThat(added.text("/case/status")).isEqualTo("NEEDS_EVIDENCE");
      assertThat(added.text("/case/dueAt")).isEqualTo(opened.text("/dueAt"));
    }
    var last = agent.photo(photos, "k-" + order + "BOX", about("BOX"), jpeg(Color.GREEN));

    assertThat(last.status()).isEqualTo(201);
    assertThat(last.text("/case/status")).isEqualTo("AUTHORIZED");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from outbox o join rma r on r.id = o.rma_id
                    where r.request_number = ? and o.template = 'NEEDS_EVIDENCE'
                    """)
                .param(opened.text("/request"))
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void anInspectorsPhotoChangesNothingButTheAlbum() {
    var opened =
        agent.post(
            "/cases",
            """
            {"order": "%s", "lines": [{"line": 1, "quantity": 1, "reason": "DEAD_ON_ARRIVAL"}]}
            """
                .formatted(order));
    var inspector = ApiClient.with(tokens, Role.INSPECTOR, port);
    var added =
        inspector.photo(
            "/cases/" + opened.text("/request") + "/photos",
            "k",
            Map.of("line", "1", "slot", "PACKAGING", "source", "INSPECTOR"),
            jpeg(Color.RED));
    assertThat(added.text("/photo/source")).isEqualTo("INSPECTOR");
    assertThat(added.json().at("/case/version")).isEqualTo(opened.json().at("/version"));
  }

  @Test
  void whoMayLookAtACaseGetsItsPhotosAndNobodyElseDoes() throws IOException {
    var photos = "/cases/" + opened() + "/photos";
    var id = agent.photo(photos, "k-" + order, about("LABEL"), jpeg(Color.RED)).text("/photo/id");
    var inspector = ApiClient.with(tokens, Role.INSPECTOR, port);

    var listed = inspector.get(photos);
    assertThat(
            new JsonSchema(agent.get("/openapi.json").json()).violations(listed.json(), "Photos"))
        .isEmpty();
    assertThat(listed.json().at("/photos").size()).isEqualTo(1);
    assertThat(listed.text("/photos/0/id")).isEqualTo(id);

    var picture = inspector.bytes(photos + "/" + id);
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(picture.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(picture.headers().allValues("Cache-Control"))
        .singleElement()
        .asString()
        .contains("private", "immutable")
        .doesNotContain("public", "no-store");
    assertThat(picture.body()).hasSize(listed.json().at("/photos/0/bytes").asInt());
    assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth()).isEqualTo(64);
    assertThat(inspector.bytes(photos + "/" + id + "?size=THUMBNAIL").statusCode()).isEqualTo(200);

    var stranger = agent.header("Authorization", "");
    assertThat(stranger.get(photos + "/" + id).status()).isEqualTo(401);
    assertThat(stranger.get(photos).status()).isEqualTo(401);
  }

  @Test
  void aPhotoIsFoundOnlyInItsOwnCase() {
    var photos = "/cases/" + opened() + "/photos";
    var id = agent.photo(photos, "k-" + order, about("LABEL"), jpeg(Color.RED)).text("/photo/id");
    openShop();

    var elsewhere = agent.get("/cases/" + opened() + "/photos/" + id);
    assertThat(elsewhere.status()).isEqualTo(404);
    assertThat(elsewhere.text("/errors/0/code")).isEqualTo("no-such-photo");
    assertThat(agent.get("/cases/PJ-2603-99999/photos/" + id).text("/errors/0/code"))
        .isEqualTo("no-such-case");
    assertThat(agent.get(photos + "/one").text("/errors/0/field")).isEqualTo("photo");
    assertThat(agent.get(photos + "/" + id + "?size=HUGE").text("/errors/0/field"))
        .isEqualTo("size");
  }

  /** A case that waits for photos, by its request number. */
  private String opened() {
    return agent
        .post(
            "/cases",
            """
            {"order": "%s", "lines": [{"line": 1, "quantity": 1, "reason": "DEAD_ON_ARRIVAL"}]}
            """
                .formatted(order))
        .text("/request");
  }

  private String draft() {
    return agent.post("/drafts", "{\"order\": \"" + order + "\"}").text("/id");
  }

  private static Map<String, String> about(String slot) {
    return Map.of("line", "1", "slot", slot);
  }

  private static byte[] jpeg(Color colour) {
    var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, 64, 48);
    graphics.dispose();
    try {
      var out = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
