package io.tukar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people type them and as labels print them: nothing of the number itself is lost. */
class TypedNumbersTest {

  @Property
  void aSerialTypedAsItIsComesBackWhole(@ForAll("serials") String serial) {
    assertThat(SerialNumber.parse(serial)).contains(new SerialNumber(serial));
    assertThat(SerialNumber.parse(" " + serial.toLowerCase(Locale.ROOT) + "\n"))
        .contains(new SerialNumber(serial));
  }

  @Property
  void aLabelBeforeASerialIsNoPartOfIt(
      @ForAll("serials") String serial, @ForAll("labels") String label) {
    assertThat(SerialNumber.parse(label + serial)).contains(new SerialNumber(serial));
  }

  @ParameterizedTest
  @CsvSource({
    "SN01, SN01",
    "SNX12345, SNX12345",
    "sn-2026-7, SN-2026-7",
    "SN: YL31 0200 417, YL310200417",
    "SN:SN01, SN01",
    "S/N YL3102, YL3102",
    "S/NYL3102, YL3102",
    "sn YL3102, YL3102",
    "SN.: YL3102, YL3102",
    "SN#YL3102, YL3102",
  })
  void onlyALabelIsTakenOffASerial(String typed, String serial) {
    assertThat(SerialNumber.parse(typed)).contains(new SerialNumber(serial));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SN:", "S/N 123", "YL/3102", "abc"})
  void whatIsTooShortOrNoSerialIsRefused(String typed) {
    assertThat(SerialNumber.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "001565AABBCC",
        "00:15:65:aa:bb:cc",
        "00-15-65-AA-BB-CC",
        "0015.65aa.bbcc",
        "MAC: 00 15 65 AA BB CC",
        "mac001565aabbcc",
        "MAC Address: 001565AABBCC",
        "MAC ID 001565AABBCC"
      })
  void oneMacAddressInAllItsSpellings(String typed) {
    assertThat(MacAddress.parse(typed)).contains(new MacAddress("001565AABBCC"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"001565AABBC", "001565AABBCCD", "001565AABBCG", "MACHINE 01565AABBCC"})
  void whatHasMoreOrLessThanAMacAddressIsRefused(String typed) {
    assertThat(MacAddress.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "#1042, 1042",
    " inv/2026/11/001 , INV/2026/11/001",
    "NO-7, NO-7",
    "SN01, SN01",
    "INV 2026 001, INV2026001",
  })
  void anOrderNumberKeepsItsLetters(String typed, String number) {
    assertThat(OrderNumber.parse(typed)).contains(new OrderNumber(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "081234567890",
        "0812-3456-7890",
        "0812.3456.7890",
        "62 812 3456 7890",
        "+62 812-3456-7890",
        "(0812) 3456 7890",
        "WA: 081234567890",
        "HP 0812 3456 7890",
        "081234567890 (Budi)",
        "0812 3456 7890 ext. 12",
        "'081234567890",
        "Telp.081234567890",
        "WA+6281234567890",
        "\u202a+62 812\u20113456\u20117890\u202c",
        "0812\u00a03456\u00a07890"
      })
  void onePhoneNumberInAllItsSpellings(String typed) {
    assertThat(Phone.parse(typed)).contains(new Phone("+6281234567890"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0812-CALL-NOW1", "O81234567890", "0812 34AB 5678", "PJ-2611-00042", "12", "+"})
  void lettersAmongTheDigitsAreNotTurnedIntoDigits(String typed) {
    assertThat(Phone.parse(typed)).isEmpty();
  }

  @Test
  void whatIsPastedFromAChatReadsAsItLooks() {
    assertThat(SerialNumber.parse("\u200bYL31\u00a00200\ufeff"))
        .contains(new SerialNumber("YL310200"));
    assertThat(MacAddress.parse("00\u201315\u201365\u2013aa\u2013bb\u2013cc"))
        .contains(new MacAddress("001565AABBCC"));
    assertThat(OrderNumber.parse("\u202aORD\u20111042\u202c"))
        .contains(new OrderNumber("ORD-1042"));
    assertThat(WaybillNumber.parse("JNE\u00a000\u200b12345"))
        .contains(new WaybillNumber("JNE0012345"));
    assertThat(Sku.parse("\u00a0sr\u2011t14p")).contains(new Sku("SR-T14P"));
    assertThat(EmailAddress.parse("\u200bBudi@toko.co.id\u00a0"))
        .contains(new EmailAddress("budi@toko.co.id"));
  }

  @Test
  void aForeignNumberKeepsItsCountry() {
    assertThat(Phone.parse("+65 6123 4567")).contains(new Phone("+6561234567"));
  }

  @Provide
  Arbitrary<String> serials() {
    var tail = Arbitraries.strings().withChars("ABNSXZ0179-").ofMinLength(2).ofMaxLength(38);
    return Arbitraries.of("", "SN", "S", "SNX", "NS")
        .flatMap(head -> tail.map(rest -> head + rest))
        .filter(serial -> serial.length() >= 4 && serial.length() <= 40);
  }

  @Provide
  Arbitrary<String> labels() {
    return Arbitraries.of("SN:", "SN: ", "sn ", "S/N", "s/n ", "S/N:", "S/N. ", "SN.: ", "SN # ");
  }
}
