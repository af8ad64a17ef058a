package io.tukar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeyTest {

  @TempDir private Path temporary;

  @Test
  void aGeneratedKeyIsKeptForItsOwnerAlone() throws Exception {
    DataFolder folder = DataFolder.open(temporary.resolve("shop"));
    byte[] first = SecretKey.open(folder, Map.of()).derive("links");
    byte[] second = SecretKey.open(folder, Map.of()).derive("links");
    assertThat(second).isEqualTo(first).hasSize(32);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.path().resolve("secret.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void purposesAndMessagesDoNotShareAKey() {
    SecretKey key =
        SecretKey.open(DataFolder.open(temporary), Map.of(SecretKey.VARIABLE, "x".repeat(32)));
    assertThat(key.derive("links")).isNotEqualTo(key.derive("tokens"));
    assertThat(key.sign("links", "a")).isNotEqualTo(key.sign("links", "b"));
    assertThat(key.toString()).doesNotContain("x");
    assertThat(temporary.resolve("secret.key")).doesNotExist();
  }

  @Test
  void aShortKeyIsRefused() {
    DataFolder folder = DataFolder.open(temporary);
    assertThatThrownBy(() -> SecretKey.open(folder, Map.of(SecretKey.VARIABLE, "short")))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("TUKAR_SECRET_KEY")
        .hasMessageContaining("32");
  }

  @Test
  void aFileInPlaceOfTheDataFolderIsRefusedInOneLine() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("is a file");
  }
}
