package io.tukar.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import io.tukar.paper.Sheet.Size;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class SheetTest {

  private static final String NUMBER = "RMA-2611-00042";

  @Test
  void bothCodesAreReadFromThePrintedPage() throws IOException {
    byte[] pdf;
    try (var sheet = Sheet.a5("Slip", "id")) {
      pdf = sheet.bold(Size.TITLE, NUMBER).codes(NUMBER).rule().text(Size.BODY, "Isi").pdf();
    }
    assertThat(Scanner.codes(pdf, BarcodeFormat.QR_CODE)).contains(NUMBER);
    assertThat(Scanner.codes(pdf, BarcodeFormat.CODE_128)).contains(NUMBER);
    assertThat(Scanner.text(pdf)).contains(NUMBER, "Isi");
  }

  @Test
  void aWaybillOfTwentyCharactersIsReadFromALabel() throws IOException {
    var waybill = "ABCDEFGHIJ0123456789";
    byte[] pdf;
    try (var sheet = Sheet.a6("Label", "id")) {
      pdf = sheet.bars(waybill).pdf();
    }
    assertThat(Scanner.codes(pdf, BarcodeFormat.CODE_128)).contains(waybill);
  }

  @Test
  void namesOfManyScriptsArePrintedAsWellAsTheFontCan() throws IOException {
    byte[] pdf;
    try (var sheet = Sheet.a6("Label", "id")) {
      pdf =
          sheet
              .text(Size.BODY, "Nguyễn Đặng, Łukasz, Ñusantara, Ёлка")
              .text(Size.BODY, "李 \ud83d\ude00\u200b\t\u0000 Budi")
              .pdf();
    }
    var text = Scanner.text(pdf);
    assertThat(text).contains("Łukasz", "Ñusantara", "Ёлка", "Budi").contains("?");
  }

  @Test
  void whatDoesNotFitGoesToAnotherPageAndAFloodIsCut() throws IOException {
    try (var sheet = Sheet.a6("Label", "id")) {
      var pdf = sheet.list(Collections.nCopies(90, "barang ".repeat(12))).pdf();
      assertThat(Scanner.pages(pdf)).isBetween(2, 10);
    }
    try (var sheet = Sheet.a6("Label", "id")) {
      var pdf = sheet.list(Collections.nCopies(5_000, "x".repeat(200))).pdf();
      assertThat(Scanner.pages(pdf)).isEqualTo(Sheet.PAGES_MAX);
    }
  }
}
