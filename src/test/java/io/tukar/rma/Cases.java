package io.tukar.rma;

import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Language;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Requests and reports as tests need them. */
public final class Cases {

  /** A working day: three working days after the receipt that the tests use. */
  public static final Instant MONDAY = Instant.parse("2026-03-16T03:00:00Z");

  private final ShopFixture shop;
  private final Drafts drafts;

  public Cases(ShopFixture shop, Drafts drafts) {
    this.shop = shop;
    this.drafts = drafts;
  }

  /** A product code nobody else uses. */
  public static String freshSku() {
    return "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  /** Units of an order's first line that do not work, with all photos. */
  public OpenRequest dead(long order, int quantity, Sku wanted) {
    var draft = drafts.start(order, Language.ID, MONDAY);
    shop.photos(draft.id(), 1, MONDAY, "LABEL", "UNIT", "FAULT", "BOX");
    return new OpenRequest(
        order,
        Channel.PORTAL,
        Language.ID,
        MONDAY,
        ContactChannel.PORTAL,
        draft.id(),
        List.of(
            new OpenRequest.Line(
                1,
                quantity,
                ReturnReason.DEAD_ON_ARRIVAL,
                Symptom.NO_POWER,
                wanted,
                new OpenRequest.Claimed(null, null, true),
                null,
                null)),
        null);
  }

  /** A report that finds what was claimed. */
  public static LineInspection asClaimed(int line, Disposition disposition) {
    return new LineInspection(
        line,
        new Seen(null, true, true, true, List.of()),
        Verdict.AS_CLAIMED,
        Fault.SHOP,
        disposition,
        null,
        null);
  }
}
