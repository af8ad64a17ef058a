import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Fault;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Track;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.Policy;
import io.tukar.policy.file.PolicyFile;
import io.tukar.policy.facts.ReturnFacts;
import java.io.File;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntToLongFunction;

/**
 * Decisions per second on one thread: the shipped policy, the same with conditions, the same rules
 * as decision tables in Drools, and as straight-line Java; in turn, on the same facts, after all
 * have given the same answers. Arguments: the class path of the decision tables and their rules.
 */
final class PolicyBench {

  private static final int FACTS = 4096;
  private static final int ROUNDS = 7;
  private static final long WARM_NANOS = 8_000_000_000L;
  private static final long ROUND_NANOS = 3_000_000_000L;
  private static final int BATCH = 256;

  /** Conditions that hold for all the facts, so that the answers stay the same. */
  private static final Map<String, String> CONDITIONS =
      Map.of(
          "P4", "item.category != 'sample'",
          "P10", "item.quantity >= 1 && item.paid > 0",
          "P12", "item.boxed || item.quantity < 1000",
          "X1", "item.category in ['license', 'service'] || item.quantity > 0");

  /** What keeps the work from being left out. */
  private static volatile long sink;

  public static void main(String[] args) throws Exception {
    var calendar = WorkingCalendar.indonesia();
    var text = shipped();
    var policy = read(text);
    var conditional = read(withConditions(text));
    var straight = new StraightLine(calendar.with(policy.collectiveLeave()));
    var facts = MixedFacts.of(FACTS);
    var tables = tables(args[0], Path.of(args[1]));
    var forTables = facts.stream().map(one -> forTables(one, straight)).toList();
    System.err.println("bench: " + same(facts, policy, conditional, straight, tables, forTables));

    var sides = new LinkedHashMap<String, IntToLongFunction>();
    sides.put("tukar", i -> weight(policy.decide(facts.get(i), calendar)));
    sides.put("tukar with words", i -> words(policy.decide(facts.get(i), calendar)));
    sides.put("tukar with when", i -> weight(conditional.decide(facts.get(i), calendar)));
    sides.put("tukar with when and words", i -> words(conditional.decide(facts.get(i), calendar)));
    sides.put("dmn", i -> tables.apply(forTables.get(i)).size());
    sides.put("straight line", i -> weight(straight.decide(facts.get(i))));
    measure(sides);
  }

  private static void measure(Map<String, IntToLongFunction> sides) {
    var rates = new LinkedHashMap<String, double[]>();
    sides.forEach(
        (name, side) -> {
          run(side, WARM_NANOS);
          rates.put(name, new double[ROUNDS]);
        });
    for (int i = 0; i < ROUNDS; i++) {
      int round = i;
      sides.forEach((name, side) -> rates.get(name)[round] = run(side, ROUND_NANOS));
    }
    var medians = new HashMap<String, Double>();
    rates.forEach(
        (name, all) -> {
          Arrays.sort(all);
          medians.put(name, all[ROUNDS / 2]);
          print(name + " decisions per second", "%.0f", all[ROUNDS / 2]);
        });
    double tukar = medians.get("tukar");
    print("ratio dmn", "%.2f", tukar / medians.get("dmn"));
    print("ratio straight line", "%.3f", tukar / medians.get("straight line"));
    print("ratio dmn with words", "%.2f", medians.get("tukar with words") / medians.get("dmn"));
    print("ratio dmn with when", "%.2f", medians.get("tukar with when") / medians.get("dmn"));
    print(
        "ratio straight line with when",
        "%.3f",
        medians.get("tukar with when") / medians.get("straight line"));
  }

  private static void print(String name, String format, double value) {
    System.out.println(name + ": " + String.format(Locale.ROOT, format, value));
  }

  /** Decisions per second over at least this time. */
  private static double run(IntToLongFunction side, long nanos) {
    long taken = 0;
    long done = 0;
    long start = System.nanoTime();
    long now = start;
    int at = 0;
    while (now - start < nanos) {
      for (int i = 0; i < BATCH; i++) {
        taken += side.applyAsLong(at);
        at = (at + 1) % FACTS;
      }
      done += BATCH;
      now = System.nanoTime();
    }
    sink += taken;
    return done * 1e9 / (now - start);
  }

  private static long weight(Decision decision) {
    return decision.outcome().ordinal()
        + decision.deadline().map(due -> due.date().toEpochDay()).orElse(0L)
        + decision.missingPhotos().size()
        + decision.payerToShop().ordinal()
        + decision.difference().minor()
        + decision.findings().size();
  }

  private static long words(Decision decision) {
    long length = weight(decision);
    for (var finding : decision.findings()) {
      var why = finding.why().get();
      var explanation = why.explanation();
      length += explanation.id().length() + explanation.en().length() + why.inputs().size();
    }
    return length;
  }

  private static long weight(StraightLine.Result result) {
    return result.outcome().length()
        + (result.deadline() == null ? 0 : result.deadline().toEpochDay())
        + result.missing().size()
        + result.payer().length()
        + result.difference();
  }

  private static String same(
      List<ReturnFacts> facts,
      Policy policy,
      Policy conditional,
      StraightLine straight,
      Function<Map<String, Object>, Map<String, Object>> tables,
      List<Map<String, Object>> forTables) {
    var calendar = WorkingCalendar.indonesia();
    var outcomes = new HashMap<String, Integer>();
    for (int i = 0; i < facts.size(); i++) {
      var ours = answer(policy.decide(facts.get(i), calendar));
      var others =
          List.of(
              answer(conditional.decide(facts.get(i), calendar)),
              answer(straight.decide(facts.get(i))),
              answer(tables.apply(forTables.get(i))));
      for (var other : others) {
        if (!ours.equals(other)) {
          throw new IllegalStateException(ours + " is not " + other + " for " + facts.get(i));
        }
      }
      outcomes.merge(ours.outcome(), 1, Integer::sum);
    }
    return "all sides agree on " + facts.size() + " requests: " + outcomes;
  }

  private static Answer answer(Decision decision) {
    var missing = new TreeSet<String>();
    decision.missingPhotos().forEach(slot -> missing.add(slot.name()));
    return new Answer(
        decision.outcome().name(),
        decision.deadline().map(due -> due.date()).orElse(null),
        decision.payerToShop().name(),
        decision.difference().minor(),
        missing);
  }

  private static Answer answer(StraightLine.Result result) {
    var missing = new TreeSet<String>();
    result.missing().forEach(slot -> missing.add(slot.name()));
    return new Answer(
        result.outcome(), result.deadline(), result.payer(), result.difference(), missing);
  }

  private static Answer answer(Map<String, Object> context) {
    var missing = new TreeSet<String>();
    ((List<?>) context.get("Missing")).forEach(slot -> missing.add((String) slot));
    return new Answer(
        (String) context.get("Outcome"),
        (LocalDate) context.get("deadline"),
        (String) context.get("Payer"),
        ((BigDecimal) context.get("Difference")).longValueExact(),
        missing);
  }

  /** In the tables' own form; made before anything is measured, the deadline counted already. */
  private static Map<String, Object> forTables(ReturnFacts facts, StraightLine straight) {
    var seen = facts.condition();
    var result = straight.decide(facts);
    var context = new HashMap<String, Object>();
    context.put(
        "track",
        facts.claim().reason().track() == Track.SHOP_FAULT ? "shop-fault" : "customer-choice");
    context.put("reason", facts.claim().reason().name());
    context.put("deadline", result.deadline());
    context.put(
        "contact", facts.claim().firstContactAt().atZone(ZoneId.of("Asia/Jakarta")).toLocalDate());
    context.put("provisional", straight.isProvisional(facts));
    context.put("seal", word(seen.sealIntact()));
    context.put("clean", word(seen.clean()));
    context.put("complete", word(seen.complete()));
    context.put("serial", word(seen.serialMatches()));
    context.put("fault", seen.fault().asOptional().map(Fault::name).orElse("open"));
    context.put("faultFound", word(seen.faultFound()));
    context.put("sentFirst", word(facts.claim().sentFirst()));
    context.put("boxed", facts.sold().soldInBox());
    context.put("category", facts.sold().category());
    context.put("photos", facts.claim().photos().stream().map(PhotoSlot::name).toList());
    context.put("sameModel", facts.sameModel());
    context.put("paid", BigDecimal.valueOf(facts.sold().paidPerUnit().minor()));
    context.put("price", BigDecimal.valueOf(facts.wanted().listPrice().minor()));
    context.put("quantity", BigDecimal.valueOf(facts.claim().quantity()));
    return context;
  }

  private static String word(Fact<Boolean> fact) {
    return fact.asOptional().map(yes -> yes ? "yes" : "no").orElse("open");
  }

  private static String shipped() throws Exception {
    try (var in = PolicyFile.class.getResourceAsStream(PolicyFile.SHIPPED)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String withConditions(String text) {
    var changed = text;
    for (var condition : CONDITIONS.entrySet()) {
      var id = "  - id: " + condition.getKey() + "\n";
      if (!changed.contains(id)) {
        throw new IllegalStateException("No clause " + condition.getKey());
      }
      changed = changed.replace(id, id + "    when: \"" + condition.getValue() + "\"\n");
    }
    return changed;
  }

  private static Policy read(String text) {
    var reading = PolicyFile.read(text);
    return reading
        .policy()
        .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
  }

  /**
   * Drools brings its own versions of what the product uses too, so it gets a loader of its own.
   */
  @SuppressWarnings("unchecked")
  private static Function<Map<String, Object>, Map<String, Object>> tables(
      String classPath, Path rules) throws Exception {
    var urls = new ArrayList<URL>();
    for (var part : classPath.split(File.pathSeparator)) {
      urls.add(Path.of(part).toUri().toURL());
    }
    var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    return (Function<Map<String, Object>, Map<String, Object>>)
        loader.loadClass("DecisionTables").getConstructor(Path.class).newInstance(rules);
  }
}
