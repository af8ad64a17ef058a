package io.tukar.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeReaderTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "QR_CODE,     RMA-2611-00034, 0",
    "QR_CODE,     RMA-2611-00034, 17",
    "QR_CODE,     https://tukar.contoh.example/c/RMA-2611-00034, 180",
    "CODE_128,    JX0012345678, 0",
    "CODE_128,    JX0012345678, 4",
    "CODE_128,    JX0012345678, 90",
    "CODE_39,     GPF42600101, 0",
    "DATA_MATRIX, 805EC0A1B2C3, 8",
  })
  void aLabelIsReadAskewAndInNoise(BarcodeFormat format, String text, int degrees) {
    assertThat(CodeReader.read(TestLabels.photo(format, text, degrees))).contains(text);
  }

  @Test
  void aPhotoWithoutACodeSaysNothing() throws IOException {
    assertThat(CodeReader.read(TestPhotos.picture(800, 600))).isEmpty();
    assertThat(reason(TestPhotos.jpeg(800, 600))).isEqualTo("photo-without-code");
  }

  @Test
  void aCodeTooLongToBeANumberIsNone() {
    var photo = TestLabels.photo(BarcodeFormat.QR_CODE, "x".repeat(150), 0);

    assertThat(CodeReader.read(photo)).isEmpty();
  }

  @Test
  void aPhotographedCodeIsJudgedAsAnyPhotoAndNotKept() throws IOException {
    var label = TestLabels.jpeg(BarcodeFormat.CODE_128, "JX0012345678", 0);

    assertThat(read(label)).isEqualTo(Answer.done("JX0012345678"));
    assertThat(reason(java.util.Arrays.copyOf(label, label.length / 2)))
        .isEqualTo("photo-truncated");
    assertThat(reason(new byte[0])).isEqualTo("photo-empty");
    assertThat(reason("%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .startsWith("photo-");
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private String reason(byte[] file) throws IOException {
    return switch (read(file)) {
      case Answer.Refused<String>(var reasons) -> reasons.getFirst().code();
      case Answer.Done<String>(var code) -> "read " + code;
    };
  }

  private Answer<String> read(byte[] file) throws IOException {
    var intake = new PhotoIntake(new FolderStore(folder));
    var answer = intake.code(new ByteArrayInputStream(file));
    if (answer instanceof Answer.Refused<String>(var reasons)) {
      assertThat(reasons).extracting(Refusal::field).containsOnly("photo");
    }
    return answer;
  }
}
