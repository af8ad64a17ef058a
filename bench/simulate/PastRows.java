import io.tukar.policy.file.PolicyFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Prints what the shipped policy decides on mixed requests, for COPY into a table. */
final class PastRows {

  private static final int REQUESTS = 4_096;

  private PastRows() {}

  public static void main(String[] args) throws IOException {
    var book = PolicyFile.shipped();
    var hex = HexFormat.of();
    try (var out =
        new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.US_ASCII))) {
      var number = 0;
      for (var facts : MixedFacts.of(REQUESTS)) {
        var decision = book.judge(facts);
        out.write(
            String.join(
                "\t",
                String.valueOf(number++),
                decision.policyId(),
                String.valueOf(decision.policyVersion()),
                decision.holidaySet(),
                decision.outcome().name(),
                decision.payerToShop().name(),
                String.valueOf(decision.difference().minor()),
                String.valueOf(decision.fee().minor()),
                "\\\\x" + hex.formatHex(facts.toCanonicalJson()),
                "\\\\x" + hex.formatHex(decision.toCanonicalJson())));
        out.newLine();
      }
    }
  }
}
