import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Requests as they come: all reasons, most complete and in time, some late, unknown, opened,
 * without a box, of a licence, after an inspection. Always the same ones.
 */
final class MixedFacts {

  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final LocalDate FIRST = LocalDate.of(2025, 6, 2);
  private static final int DAYS = 600;

  private final Random random = new Random(20261123);

  static List<ReturnFacts> of(int count) {
    var mixed = new MixedFacts();
    return java.util.stream.Stream.generate(mixed::next).limit(count).toList();
  }

  private ReturnFacts next() {
    var reasons = ReturnReason.values();
    var reason = reasons[random.nextInt(reasons.length)];
    var ordered = FIRST.plusDays(random.nextInt(DAYS));
    var sent = ordered.plusDays(1 + random.nextInt(3));
    var received = sent.plusDays(random.nextInt(5));
    var contact =
        received.plusDays(random.nextInt(100) < 85 ? random.nextInt(8) : random.nextInt(40));
    var old = new Sku("T" + random.nextInt(40));
    var same = random.nextInt(3) > 0;
    var price = 250_000L + 50_000L * random.nextInt(60);
    return new ReturnFacts(
        new ReturnFacts.Claim(
            contact.atTime(7 + random.nextInt(15), random.nextInt(60)).atZone(WIB).toInstant(),
            reason,
            Optional.empty(),
            1 + (random.nextInt(5) == 0 ? random.nextInt(9) : 0),
            photos(),
            Fact.unknown(),
            random.nextInt(10) == 0 ? yesOrNo(50) : Fact.unknown()),
        new ReturnFacts.Sold(
            ordered,
            random.nextInt(10) == 0 ? Optional.empty() : Optional.of(sent),
            receipt(received),
            old,
            random.nextInt(10) == 0 ? "license" : random.nextInt(20) == 0 ? "service" : "ip-phone",
            Money.rupiah(price),
            random.nextInt(10) > 0),
        condition(),
        new ReturnFacts.Wanted(
            same ? old : new Sku("X" + random.nextInt(40)),
            Money.rupiah(same ? price : 250_000L + 50_000L * random.nextInt(60)),
            Fact.known(random.nextInt(5) > 0, Source.SHOP)));
  }

  private Fact<LocalDate> receipt(LocalDate on) {
    return switch (random.nextInt(10)) {
      case 0 -> Fact.unknown();
      case 1, 2 -> Fact.known(on, Source.CLAIM);
      default -> Fact.known(on, Source.ORDER);
    };
  }

  private EnumSet<PhotoSlot> photos() {
    var there = EnumSet.allOf(PhotoSlot.class);
    while (random.nextInt(3) == 0 && !there.isEmpty()) {
      there.remove(PhotoSlot.values()[random.nextInt(PhotoSlot.values().length)]);
    }
    return there;
  }

  private ReturnFacts.Condition condition() {
    var inspected = random.nextInt(3) == 0;
    var faults = Fault.values();
    return new ReturnFacts.Condition(
        claimed(),
        claimed(),
        claimed(),
        inspected ? yesOrNo(97) : Fact.unknown(),
        inspected
            ? Fact.known(faults[random.nextInt(faults.length)], Source.INSPECTION)
            : Fact.unknown(),
        inspected ? yesOrNo(85) : Fact.unknown());
  }

  private Fact<Boolean> claimed() {
    return random.nextInt(10) == 0 ? Fact.unknown() : yesOrNo(93);
  }

  private Fact<Boolean> yesOrNo(int percentYes) {
    return Fact.known(random.nextInt(100) < percentYes, Source.INSPECTION);
  }
}
