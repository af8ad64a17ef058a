package io.tukar.api;

import io.tukar.api.wire.Required;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Language;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.orders.Order;
import io.tukar.orders.SoldItem;
import io.tukar.rma.Channel;
import io.tukar.rma.Draft;
import io.tukar.rma.OpenRequest;
import io.tukar.rma.WrittenRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent before there is a case. */
final class RequestBodies {

  private RequestBodies() {}

  record StartDraft(@Required OrderNumber order, @Nullable Language language) {}

  /**
   * A request, for the pre-check and for submitting.
   *
   * @param firstContactAt when the customer first turned to the shop; the start of the draft, or
   *     now, where not given
   * @param firstContactBy the way the customer did so
   */
  record Open(
      @Required OrderNumber order,
      @Nullable UUID draft,
      @Nullable Language language,
      @Nullable Instant firstContactAt,
      @Nullable ContactChannel firstContactBy,
      @Required List<Line> lines,
      @Nullable String remark) {

    WrittenRequest written(Instant at) {
      return new WrittenRequest(
          order, draft, (found, started) -> of(found, started.orElse(null), at));
    }

    private OpenRequest of(Order found, @Nullable Draft started, Instant at) {
      return new OpenRequest(
          found.id(),
          Channel.API,
          language != null ? language : started != null ? started.language() : Language.ID,
          firstContact(started, at),
          firstContactBy,
          draft,
          lines.stream().map(line -> line.of(found)).toList(),
          remark);
    }

    /** The earliest that is known. */
    private Instant firstContact(@Nullable Draft started, Instant at) {
      var known = started == null || started.startedAt().isAfter(at) ? at : started.startedAt();
      return firstContactAt == null
              || (started != null && firstContactAt.isAfter(known) && !firstContactAt.isAfter(at))
          ? known
          : firstContactAt;
    }
  }

  /**
   * A line of it.
   *
   * @param wanted the same product again where not given
   */
  record Line(
      @Required int line,
      @Required int quantity,
      @Required ReturnReason reason,
      @Nullable Symptom symptom,
      @Nullable Sku wanted,
      @Nullable Boolean sealIntact,
      @Nullable Boolean clean,
      @Nullable Boolean complete,
      @Nullable LocalDate receivedOn,
      @Nullable SerialNumber serial) {

    private OpenRequest.Line of(Order order) {
      return new OpenRequest.Line(
          line,
          quantity,
          reason,
          symptom,
          wanted != null ? wanted : order.item(line).map(SoldItem::sku).orElse(NOTHING),
          new OpenRequest.Claimed(sealIntact, clean, complete),
          receivedOn,
          serial);
    }
  }

  /** Stands where the line is unknown, which is what is refused then. */
  private static final Sku NOTHING = new Sku("0");
}
