package io.tukar.shipping;

import io.tukar.csv.CellText;
import io.tukar.csv.Cells;
import io.tukar.csv.CsvFile;
import io.tukar.csv.CsvLayout;
import io.tukar.csv.CsvRow;
import io.tukar.csv.ImportCounts;
import io.tukar.csv.ImportTally;
import io.tukar.csv.RowRemark;
import io.tukar.csv.SeenKeys;
import io.tukar.kernel.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes tariffs from a file. A way that is known gets the file's price; one that the file does not
 * have stays. The same file taken twice changes nothing.
 */
@Component
public class TariffImport {

  private static final CsvLayout LAYOUT =
      new CsvLayout(
          "Tukar's tariff CSV", List.of("courier", "service", "origin", "destination", "per_kg"));

  private static final String A_PLACE = "a city or two to five digits of a postcode";
  private static final int TARIFFS_PER_BATCH = 500;
  private static final int MIN_GRAMS = 1_000;
  private static final int DAYS_MAX = 60;

  private final JdbcTemplate batch;
  private final TransactionTemplate transactions;

  TariffImport(JdbcTemplate batch, TransactionTemplate transactions) {
    this.batch = batch;
    this.transactions = transactions;
  }

  /**
   * Reads the file to its end.
   *
   * @param remarks told of every refused row, as it is found
   * @param progress told about once a second
   * @throws io.tukar.csv.UnreadableFile where the file is no table of tariffs
   */
  public ImportCounts read(
      Path file, Instant at, Consumer<RowRemark> remarks, Consumer<ImportCounts> progress)
      throws IOException {
    var tally = new ImportTally("tariffs", remarks, progress);
    try (var csv = CsvFile.open(file)) {
      CsvLayout.of(csv.header(), List.of(LAYOUT));
      var seen = new SeenKeys();
      var pending = new ArrayList<Tariff>();
      for (var row = csv.next(); row.isPresent(); row = csv.next()) {
        tally.row();
        var cells = new Cells(row.get(), tally);
        var tariff = tariff(row.get(), cells);
        if (tariff.isPresent() && !seen.add(key(tariff.get()))) {
          cells.refuse("", "this way stands further up already");
        } else {
          tariff.ifPresent(pending::add);
        }
        if (pending.size() >= TARIFFS_PER_BATCH) {
          land(pending, at, tally);
        }
      }
      land(pending, at, tally);
    }
    return tally.counts();
  }

  private static String key(Tariff way) {
    return String.join("|", way.courier().name(), way.product(), way.origin(), way.destination());
  }

  private static Optional<Tariff> tariff(CsvRow row, Cells cells) {
    var courier =
        cells.need(
            "courier",
            "a courier we know (JNE, J&T, SiCepat, AnterAja, Pos, TIKI, Ninja, Lion)",
            text -> Courier.parse(text).filter(one -> one != Courier.OTHER));
    var product =
        cells.need(
            "service",
            "a service's code (capitals and digits, at most 20)",
            text -> Optional.of(text.strip().toUpperCase(Locale.ROOT)).filter(CourierBook::isCode));
    var origin = cells.need("origin", A_PLACE, Spot::key);
    var destination = cells.need("destination", A_PLACE, Spot::key);
    var perKg = cells.rupiah("per_kg");
    if (perKg.filter(price -> price == 0).isPresent()) {
      cells.refuse("per_kg", "is 0; a price is needed");
    }
    int grams = cells.may("min_grams", "a whole number", CellText::count).orElse(MIN_GRAMS);
    if (grams < 1 || grams > Tariff.GRAMS_MAX) {
      cells.refuse("min_grams", "is " + grams + "; from 1 to " + Tariff.GRAMS_MAX + " is possible");
    }
    var days = days(row, cells);
    if (cells.refused()) {
      return Optional.empty();
    }
    return Optional.of(
        new Tariff(
            courier.orElseThrow(),
            product.orElseThrow(),
            origin.orElseThrow(),
            destination.orElseThrow(),
            Money.rupiah(perKg.orElseThrow()),
            grams,
            days[0],
            days[1]));
  }

  /** {@code 2} or {@code 2-3}; nothing is said of the days where the cell is empty. */
  private static int[] days(CsvRow row, Cells cells) {
    var text = row.get("days").strip();
    if (text.isEmpty()) {
      return new int[] {0, DAYS_MAX};
    }
    var parts = text.split("\\s*[-–]\\s*", -1);
    var from = CellText.count(parts[0]);
    var to = parts.length == 2 ? CellText.count(parts[1]) : from;
    if (parts.length > 2
        || from.isEmpty()
        || to.isEmpty()
        || from.get() < 0
        || to.get() < from.get()
        || to.get() > DAYS_MAX) {
      cells.refuse("days", "is not a number of days such as 2 or 2-3, at most " + DAYS_MAX);
      return new int[] {0, DAYS_MAX};
    }
    return new int[] {from.get(), to.get()};
  }

  private void land(List<Tariff> tariffs, Instant at, ImportTally tally) {
    transactions.executeWithoutResult(status -> write(tariffs, at, tally));
    tariffs.clear();
  }

  private void write(List<Tariff> tariffs, Instant at, ImportTally tally) {
    batch.query("select pg_advisory_xact_lock(hashtext('tukar import tariffs'))", row -> {});
    var known = known(tariffs);
    var changed = new ArrayList<Tariff>();
    int added = 0;
    for (var tariff : tariffs) {
      var before = known.get(key(tariff));
      if (before == null) {
        added++;
      }
      if (!tariff.equals(before)) {
        changed.add(tariff);
      }
    }
    store(changed, at);
    tally.added(added);
    tally.changed(changed.size() - added);
    tally.unchanged(tariffs.size() - changed.size());
  }

  private Map<String, Tariff> known(List<Tariff> tariffs) {
    var known = new HashMap<String, Tariff>();
    batch.query(
        """
        select t.courier, t.product, t.origin, t.destination, t.per_kg, t.min_grams, t.days_min,
               t.days_max
        from tariff t join unnest(?::text[], ?::text[], ?::text[], ?::text[])
          as w (courier, product, origin, destination)
          on t.courier = w.courier and t.product = w.product and t.origin = w.origin
            and t.destination = w.destination
        """,
        row -> {
          var tariff = Tariffs.tariff(row, 0);
          known.put(key(tariff), tariff);
        },
        column(tariffs, one -> one.courier().name()),
        column(tariffs, Tariff::product),
        column(tariffs, Tariff::origin),
        column(tariffs, Tariff::destination));
    return known;
  }

  private static String[] column(List<Tariff> tariffs, Function<Tariff, String> of) {
    return tariffs.stream().map(of).toArray(String[]::new);
  }

  private void store(List<Tariff> tariffs, Instant at) {
    batch.batchUpdate(
        "insert into courier_product (courier, code, name) values (?, ?, ?) on conflict do nothing",
        tariffs.stream()
            .map(one -> new Object[] {one.courier().name(), one.product(), one.product()})
            .toList());
    batch.batchUpdate(
        """
        insert into tariff
          (courier, product, origin, destination, per_kg, min_grams, days_min, days_max, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (courier, product, origin, destination) do update set
          per_kg = excluded.per_kg, min_grams = excluded.min_grams, days_min = excluded.days_min,
          days_max = excluded.days_max, updated_at = excluded.updated_at
        """,
        tariffs.stream()
            .map(
                one ->
                    new Object[] {
                      one.courier().name(),
                      one.product(),
                      one.origin(),
                      one.destination(),
                      one.perKg().minor(),
                      one.minGrams(),
                      one.daysMin(),
                      one.daysMax(),
                      at.atOffset(ZoneOffset.UTC)
                    })
            .toList());
  }
}
