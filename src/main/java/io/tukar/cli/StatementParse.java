package io.tukar.cli;

import io.tukar.csv.UnreadableFile;
import io.tukar.settlement.statement.BadStatement;
import io.tukar.settlement.statement.StatementBalances;
import io.tukar.settlement.statement.StatementEntry;
import io.tukar.settlement.statement.StatementFile;
import io.tukar.settlement.statement.StatementFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code tukar statement parse}: the entries of a statement, line by line. No database. */
@Command(
    name = "parse",
    description = {
      "Prints one JSON object per entry of a bank's statement, then one with its balances."
          + " A file with a wrong row, or whose sums do not add up, is refused whole."
    })
final class StatementParse implements Callable<Integer> {

  private static final String AUTO = "auto";
  private static final JsonMapper JSON = JsonMapper.shared();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A statement as the bank exports it.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = AUTO,
      description = "auto, bca, bri, mandiri, mt940 or camt053 (default: ${DEFAULT-VALUE}).")
  private String format = AUTO;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    try {
      var balances = statement().read(entry -> out.println(JSON.writeValueAsString(line(entry))));
      out.println(JSON.writeValueAsString(line(balances)));
      out.flush();
      return 0;
    } catch (BadStatement | UnreadableFile e) {
      throw new CommandFailed(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new CommandFailed(file + ": cannot be read: " + e.getMessage());
    }
  }

  private StatementFile statement() throws IOException {
    if (format.equalsIgnoreCase(AUTO)) {
      return StatementFile.recognised(file);
    }
    var named =
        StatementFormat.named(format)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "--format must be auto, "
                            + StatementFormat.words()
                            + ", not '"
                            + format
                            + "'"));
    return StatementFile.of(file, named);
  }

  private static Map<String, @Nullable Object> line(StatementEntry entry) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("date", entry.date() == null ? null : entry.date().toString());
    line.put("amount", plain(entry.amount()));
    line.put("direction", entry.direction().name().toLowerCase(Locale.ROOT));
    line.put("description", entry.description());
    line.put("status", entry.status().name().toLowerCase(Locale.ROOT));
    return line;
  }

  private static Map<String, @Nullable Object> line(StatementBalances balances) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("account", balances.account());
    line.put("opening", plain(balances.opening()));
    line.put("credits", plain(balances.credits()));
    line.put("credit_count", balances.creditCount());
    line.put("debits", plain(balances.debits()));
    line.put("debit_count", balances.debitCount());
    line.put("closing", plain(balances.closing()));
    return line;
  }

  /** Whole rupiah without a point, a fraction with its decimals. */
  private static @Nullable BigDecimal plain(@Nullable BigDecimal amount) {
    return amount == null ? null : new BigDecimal(amount.stripTrailingZeros().toPlainString());
  }
}
