import io.tukar.kernel.Money;
import io.tukar.kernel.RmaNumber;
import io.tukar.settlement.matching.Matcher;
import io.tukar.settlement.matching.OpenAmount;
import io.tukar.settlement.matching.Receipt;
import io.tukar.settlement.statement.StatementEntry.Direction;
import io.tukar.settlement.statement.StatementFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Reads a statement and tells whose its receipts are: so many entries against so many open amounts.
 */
final class StatementBench {

  private static final String[] NAMES = {
    "Andi", "Budi", "Citra", "Dewi", "Eko", "Fajar", "Gita", "Hadi", "Indah", "Joko", "Kartika",
    "Lukman", "Maya", "Nanda", "Oki", "Putri", "Rahmat", "Sari", "Tono", "Utami", "Vina", "Wahyu",
    "Yusuf", "Zahra"
  };

  private StatementBench() {}

  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    run(folder, 20_000, 4_000, "warm");
    for (int scale : new int[] {1, 10}) {
      run(folder, 100_000 * scale, 20_000 * scale, scale == 1 ? "" : "times_" + scale + "_");
    }
  }

  private static void run(Path folder, int entries, int open, String label) throws IOException {
    var random = new Random(20_260_301);
    var amounts = open(open, random);
    var file = folder.resolve("statement-" + entries + ".csv");
    var paying = write(file, entries, amounts, random);
    System.gc();
    resetPeaks();

    var began = System.nanoTime();
    var receipts = new ArrayList<Receipt>();
    StatementFile.recognised(file)
        .read(
            entry -> {
              if (entry.direction() == Direction.CREDIT && entry.date() != null) {
                receipts.add(
                    new Receipt(
                        entry.row(),
                        entry.date(),
                        Money.rupiah(entry.amount().longValue()),
                        entry.description()));
              }
            });
    var read = System.nanoTime();
    var sure = new Matcher(amounts).sure(receipts);
    var done = System.nanoTime();
    if (sure.size() < paying * 8 / 10) {
      throw new IllegalStateException("only " + sure.size() + " of " + paying + " were told");
    }
    if (label.equals("warm")) {
      return;
    }
    print(label + "entries", entries);
    print(label + "open amounts", open);
    print(label + "read seconds", (read - began) / 1e9);
    print(label + "match seconds", (done - read) / 1e9);
    print(label + "seconds", (done - began) / 1e9);
    print(label + "sure", sure.size());
    print(label + "coded transfers", paying);
    print(label + "peak heap MiB", peak() >> 20);
  }

  private static List<OpenAmount> open(int count, Random random) {
    var amounts = new ArrayList<OpenAmount>();
    for (int n = 1; n <= count; n++) {
      var name =
          NAMES[random.nextInt(NAMES.length)]
              + " "
              + NAMES[random.nextInt(NAMES.length)]
              + " "
              + n % 997;
      amounts.add(
          new OpenAmount(
              n,
              new RmaNumber("RMA-2603-%05d".formatted(n)),
              n,
              name,
              Money.rupiah(10_000L * (1 + random.nextInt(2_000)) + n),
              1 + random.nextInt(999)));
    }
    return amounts;
  }

  /**
   * A tenth pays an open amount by its code, with the number beside it; the rest is other business.
   */
  private static int write(Path file, int entries, List<OpenAmount> open, Random random)
      throws IOException {
    int paying = Math.min(entries / 10, open.size());
    long balance = 1_000_000_000L;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("NOREK;TGL_TRAN;DESK_TRAN;MUTASI_DEBET;MUTASI_KREDIT;SALDO_AKHIR_MUTASI\n");
      for (int n = 0; n < entries; n++) {
        boolean pays = n % 10 == 0 && n / 10 < paying;
        var one = open.get(n / 10 % open.size());
        long amount = pays ? one.asked().minor() : 5_000L + random.nextInt(10_000_000);
        var words =
            pays
                ? "TRSF " + (n % 20 == 0 ? one.customerName() : "") + " " + one.number().value()
                : "PENJUALAN "
                    + NAMES[random.nextInt(NAMES.length)]
                    + " "
                    + random.nextInt(1_000_000);
        balance += amount;
        out.write(
            "1234567890;%s;%s;0.00;%d.00;%d.00\n"
                .formatted(
                    LocalDate.of(2026, 3, 1).plusDays(n * 28L / entries), words, amount, balance));
      }
    }
    return paying;
  }

  private static void print(String name, double value) {
    System.out.println(
        name.replace(' ', '_')
            + ": "
            + (value == Math.rint(value) ? Long.toString((long) value) : "%.2f".formatted(value)));
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static void resetPeaks() {
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }
}
