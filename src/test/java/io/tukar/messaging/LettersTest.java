package io.tukar.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.Language;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.RequestNumber;
import io.tukar.kernel.RmaNumber;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Outgoing;
import io.tukar.outbox.Param;
import io.tukar.outbox.Recipient;
import io.tukar.policy.decision.Payer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LettersTest {

  private static final CaseCard CARD =
      new CaseCard(
          new RequestNumber("PJ-2603-00042"),
          Optional.of(new RmaNumber("RMA-2603-00042")),
          Language.ID,
          "Pembeli Uji",
          Optional.empty(),
          "Toko Uji",
          Optional.empty(),
          Optional.of("Bank Uji 123 a.n. PT Uji"));

  private final Letters letters = new Letters(LinksForTests.at("https://tukar.toko.test/"));

  @ParameterizedTest
  @EnumSource(Notice.class)
  void everyNoticeHasATextInBothLanguagesThatSaysAllItNames(Notice notice) {
    for (var language : Language.values()) {
      var letter = letters.write(sample(notice), CARD, language);
      assertThat(letter.subject()).contains("RMA-2603-00042").doesNotContain("{", "\n");
      assertThat(letter.text())
          .contains("https://tukar.toko.test/kasus/", "Pembeli Uji", "Toko Uji")
          .doesNotContain("{", "}", "null");
      for (var param : notice.params()) {
        assertThat(letter.text()).as("%s", param).contains(said(param, language));
      }
    }
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(Letters.read(Language.ID).stringPropertyNames())
        .isEqualTo(Letters.read(Language.EN).stringPropertyNames());
  }

  @Test
  void anIndonesianLetterReadsAsTheShopTalks() {
    var letter =
        letters.write(
            Outgoing.about(42, 5, Notice.PAYMENT_DUE)
                .with(Param.AMOUNT, "149623")
                .with(Param.PAY_BY, LocalDate.of(2026, 3, 25))
                .to(new Recipient.Customer(1)),
            CARD,
            Language.ID);
    assertThat(letter.subject()).isEqualTo("Pembayaran RMA-2603-00042: Rp149.623");
    assertThat(letter.text())
        .startsWith(
            "Halo Pembeli Uji,\n\n"
                + "Yang perlu ditransfer untuk RMA-2603-00042: Rp149.623. Mohon transfer persis")
        .contains("ke Bank Uji 123 a.n. PT Uji paling lambat Rabu, 25 Maret 2026.")
        .endsWith("Salam,\nToko Uji\n");
  }

  @Test
  void aNameWithBracesAndApostrophesStaysAsItIs() {
    var card =
        new CaseCard(
            CARD.request(),
            Optional.empty(),
            Language.EN,
            "O'Neil {0}",
            CARD.email(),
            CARD.shop(),
            CARD.shopEmail(),
            CARD.bank());
    var letter = letters.write(sample(Notice.CLOSED), card, Language.EN);
    assertThat(letter.text()).startsWith("Hello O'Neil {0},");
    assertThat(letter.subject()).isEqualTo("PJ-2603-00042 is closed");
  }

  @ParameterizedTest
  @EnumSource(Payer.class)
  void everyPayerOfShippingHasWords(Payer payer) {
    var message =
        Outgoing.about(42, 2, Notice.AUTHORIZED)
            .with(Param.SHIP_BY, LocalDate.of(2026, 3, 25))
            .with(Param.PAYER, payer.name())
            .to(new Recipient.Customer(1));
    for (var language : Language.values()) {
      assertThat(letters.write(message, CARD, language).text()).doesNotContain(payer.name());
    }
  }

  private static Outgoing sample(Notice notice) {
    var params = notice.params().stream().collect(Collectors.toMap(p -> p, LettersTest::stored));
    return new Outgoing("k", new Recipient.Customer(1), notice, 42, Map.copyOf(params));
  }

  private static String stored(Param param) {
    return switch (param) {
      case RECORDED_AT -> Instant.parse("2026-03-11T09:00:00Z").toString();
      case SHIP_BY, REPLY_BY, INSPECT_BY, PAY_BY, WAIT_UNTIL, KEEP_UNTIL, DAY_BEFORE, DAY_NOW ->
          "2026-03-25";
      case AMOUNT -> "1234567";
      case PAYER -> "SHOP";
      case STEP -> "PAY";
      case NEXT -> "DISPATCH";
      case STOCK -> "HELD";
      case PHOTOS ->
          Arrays.stream(PhotoSlot.values()).map(PhotoSlot::name).collect(Collectors.joining(","));
      case COURIER -> "JNE";
      case WAYBILL -> "JP1234567890";
    };
  }

  private static String said(Param param, Language language) {
    boolean indonesian = language == Language.ID;
    return switch (param) {
      case RECORDED_AT ->
          indonesian ? "Rabu, 11 Maret 2026, 16.00 WIB" : "Wednesday, 11 March 2026, 16:00 WIB";
      case SHIP_BY, REPLY_BY, INSPECT_BY, PAY_BY, WAIT_UNTIL, KEEP_UNTIL, DAY_BEFORE, DAY_NOW ->
          indonesian ? "Rabu, 25 Maret 2026" : "Wednesday, 25 March 2026";
      case AMOUNT -> indonesian ? "Rp1.234.567" : "Rp1,234,567";
      case PAYER -> indonesian ? "ditanggung toko" : "paid by the shop";
      case STEP -> indonesian ? "melakukan transfer" : "making the transfer";
      case NEXT -> indonesian ? "segera kami kirim" : "We will ship it soon";
      case STOCK -> indonesian ? "sudah disisihkan" : "set aside";
      case PHOTOS -> indonesian ? "segel, kelengkapan" : "the seal, the accessories";
      case COURIER -> "JNE";
      case WAYBILL -> "JP1234567890";
    };
  }
}
