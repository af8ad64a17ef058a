package io.tukar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

  @TempDir private Path folder;

  private final StringWriter err = new StringWriter();

  @Test
  void aFileThatIsNoTableIsRefusedInOneLineBeforeADatabaseIsStarted() throws IOException {
    var picture = Files.write(folder.resolve("orders.csv"), new byte[] {0, 1, 2, 3});

    assertThat(
            run("import", "orders", picture.toString(), "--data", folder.resolve("d").toString()))
        .isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("binary file, not CSV");
    assertThat(folder.resolve("d")).doesNotExist();
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(run("import", "products", "nowhere.csv")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no file nowhere.csv");
  }

  @Test
  void whatToImportMustBeSaid() {
    assertThat(run("import")).isEqualTo(2);
    assertThat(run("import", "orders")).isEqualTo(2);
  }

  private int run(String... arguments) {
    return TukarCommand.commandLine().setErr(new PrintWriter(err)).execute(arguments);
  }
}
