package io.tukar.cli;

import io.tukar.csv.CsvFile;
import io.tukar.csv.ImportCounts;
import io.tukar.csv.RowRemark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * One import: a line for each remark on the standard output, progress and the sum on the error
 * output. It succeeds when the file was read to its end, whatever rows were refused.
 */
abstract class FileImport implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The file to read.")
  private Path file = Path.of("");

  @Mixin private DataOption data = new DataOption();

  /** Takes the file; remarks on single rows and counts go out as it is read. */
  abstract ImportCounts read(
      Shop shop, Path from, Consumer<RowRemark> remarks, Consumer<ImportCounts> progress)
      throws IOException;

  @Override
  public final Integer call() {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    try {
      refuseWhatIsNoTable();
      try (Shop shop = Shop.open(data.path())) {
        ImportCounts counts =
            read(
                shop,
                file,
                out::println,
                sofar -> {
                  err.println(sofar);
                  err.flush();
                });
        out.flush();
        err.println("Done: " + counts);
        err.flush();
        return CommandLine.ExitCode.OK;
      }
    } catch (IOException e) {
      out.flush();
      throw new CommandFailed(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  /** Before a database is started for nothing. */
  private void refuseWhatIsNoTable() throws IOException {
    CsvFile.open(file).close();
  }
}
