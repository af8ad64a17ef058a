package io.tukar.cli;

import io.tukar.csv.CsvFile;
import io.tukar.csv.ImportCounts;
import io.tukar.csv.RowRemark;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine;

/**
 * One import: a line for each remark on the standard output, progress and the sum on the error
 * output. It succeeds when the file was read to its end, whatever rows were refused.
 */
record ImportRun(CommandLine command, Path file) {

  /** What takes the file. */
  interface Import {
    ImportCounts read(Shop shop, Consumer<RowRemark> remarks, Consumer<ImportCounts> progress)
        throws IOException;
  }

  int over(Path data, Import importing) {
    PrintWriter out = command.getOut();
    PrintWriter err = command.getErr();
    try {
      refuseWhatIsNoTable();
      try (Shop shop = Shop.open(data)) {
        ImportCounts counts =
            importing.read(
                shop,
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
