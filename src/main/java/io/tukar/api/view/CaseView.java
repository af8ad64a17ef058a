package io.tukar.api.view;

import io.tukar.inspection.Disposition;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Currency;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Language;
import io.tukar.kernel.Money;
import io.tukar.kernel.RequestNumber;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.RmaNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.rma.Channel;
import io.tukar.rma.Goods;
import io.tukar.rma.LineState;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import io.tukar.rma.RmaStatus;
import io.tukar.rma.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as it stands. */
public record CaseView(
    RequestNumber request,
    @Nullable RmaNumber rma,
    long orderId,
    RmaStatus status,
    Turn turn,
    Channel channel,
    Language language,
    boolean priority,
    boolean parcelSent,
    Instant firstContactAt,
    Instant openedAt,
    @Nullable LocalDate shipBy,
    @Nullable Instant dueAt,
    Money balance,
    Currency currency,
    int version,
    List<Line> lines) {

  /** One of its lines. */
  public record Line(
      int line,
      Sku sku,
      int quantity,
      ReturnReason reason,
      @Nullable Symptom symptom,
      Sku wanted,
      Money unitPaid,
      Money wantedPrice,
      LineState state,
      Goods goods,
      @Nullable Verdict verdict,
      @Nullable Fault fault,
      @Nullable Disposition disposition) {

    static Line of(RmaLine line) {
      return new Line(
          line.lineNo(),
          line.sku(),
          line.quantity(),
          line.reason(),
          line.symptom(),
          line.wantedSku(),
          line.unitPaid(),
          line.wantedPrice(),
          line.state(),
          line.goods(),
          line.verdict(),
          line.fault(),
          line.disposition());
    }
  }

  public static CaseView of(Rma rma) {
    return new CaseView(
        rma.requestNumber(),
        rma.rmaNumber(),
        rma.orderId(),
        rma.status(),
        rma.turn(),
        rma.channel(),
        rma.language(),
        rma.priority(),
        rma.parcelSent(),
        rma.firstContactAt(),
        rma.openedAt(),
        rma.shipBy(),
        rma.dueAt(),
        rma.balance(),
        rma.currency(),
        rma.version(),
        rma.lines().stream().map(Line::of).toList());
  }

  /**
   * A page of cases.
   *
   * @param next where the next page begins; null on the last one
   */
  public record Page(List<CaseView> cases, @Nullable String next) {}
}
