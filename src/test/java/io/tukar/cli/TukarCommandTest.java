package io.tukar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TukarCommandTest {

  @TempDir private Path temporary;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void everyCommandHasHelp() {
    assertHelp(TukarCommand.commandLine());
  }

  @Test
  void aMissingOrUnknownCommandIsAUsageError() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("no-such-command")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("tukar: "));
  }

  @Test
  void aPortOutOfRangeIsAUsageError() {
    assertThat(run("serve", "--port", "65536")).isEqualTo(2);
    assertThat(run("serve", "--port", "eighty")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.contains("--port"));
  }

  @Test
  void anAddressThatIsNotOneIsAUsageError() {
    assertThat(run("serve", "--bind", "no such address")).isEqualTo(2);
    assertThat(err.toString()).contains("--bind");
  }

  @Test
  void aTakenPortIsToldInOneLineBeforeAnythingIsMade() throws Exception {
    Path folder = temporary.resolve("shop");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(run("serve", "--port", port, "--data", folder.toString())).isEqualTo(1);
      assertThat(err.toString().lines()).singleElement().asString().contains("port " + port);
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void aFileInPlaceOfTheDataFolderIsToldInOneLine() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertThat(run("serve", "--port", "0", "--data", file.toString())).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains(file.toString());
  }

  private int run(String... args) {
    return TukarCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private static void assertHelp(CommandLine command) {
    StringWriter help = new StringWriter();
    String name = command.getCommandSpec().qualifiedName();
    assertThat(command.setOut(new PrintWriter(help, true)).execute("--help")).as(name).isZero();
    assertThat(help.toString()).contains("Usage: " + name);
    assertThat(command.getCommandSpec().usageMessage().description()).as(name).isNotEmpty();
    command.getSubcommands().values().forEach(TukarCommandTest::assertHelp);
  }
}
