package io.tukar.portal.draft;

import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.portal.LineProof;
import io.tukar.web.Form;
import io.tukar.web.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The pre-check: what would become of the request if it were sent now.
 *
 * @param verdict the key of the verdict's sentence
 * @param difference what the customer pays (positive) or gets back, as it will be frozen
 * @param deadline the last day to turn to the shop, the earliest of the lines
 * @param changed the price has changed since the page was shown
 */
public record CheckView(
    StepHead head,
    Form form,
    String verdict,
    List<Line> lines,
    Money difference,
    Optional<LocalDate> deadline,
    List<Correction> corrections,
    boolean changed) {

  /** How the verdict is told: as done, as something to add, or as a no. */
  public String kind() {
    return switch (verdict.substring(verdict.lastIndexOf('.') + 1)) {
      case "authorized" -> "done";
      case "declined" -> "refused";
      case "needs_evidence" -> "warning";
      default -> "info";
    };
  }

  /**
   * A line with its answers and its proof.
   *
   * @param reasonAt where an answer is changed
   * @param photosAt where missing photos are added
   * @param missing the photos still asked for, by the keys of their names
   */
  public record Line(
      String item,
      int quantity,
      String reasonKey,
      String symptomKey,
      String wanted,
      boolean inStock,
      String itemsAt,
      String reasonAt,
      String wantedAt,
      String photosAt,
      int photos,
      List<String> missing,
      LineProof proof) {

    /** The colour and picture of its outcome. */
    public Turn turn() {
      return switch (proof.outcome()) {
        case AUTHORIZED -> Turn.DONE;
        case NEEDS_EVIDENCE -> Turn.CUSTOMER;
        case REVIEW -> Turn.SHOP;
        case DECLINED -> Turn.REFUSED;
      };
    }
  }

  /** Something that keeps the request from being judged, and where to correct it. */
  public record Correction(Refusal why, String at) {}
}
