package io.tukar.portal.status;

import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.portal.LineProof;
import io.tukar.shipping.TrackingEvent;
import io.tukar.stock.WaitingList;
import io.tukar.web.PhotoSlotView;
import io.tukar.web.TimelineEntry;
import io.tukar.web.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A case as its customer sees it.
 *
 * @param number the RMA number once there is one
 * @param statusKey of the sentence that says where it stands
 * @param version what the customer saw, for the forms
 * @param due when the next step is due
 * @param late the shop is past its own promise
 * @param balance positive: the customer pays it; negative: the shop pays it back
 * @param missing the photos asked for, as keys
 */
public record StatusView(
    String path,
    String number,
    String requestNumber,
    Turn turn,
    String statusKey,
    int version,
    Instant firstContactAt,
    Instant openedAt,
    Optional<Instant> due,
    boolean late,
    Optional<LocalDate> shipBy,
    Money balance,
    Actions may,
    List<String> missing,
    List<Line> lines,
    List<Parcel> parcels,
    List<PhotoSlotView.Photo> photos,
    List<TimelineEntry> history,
    ShopCard shop,
    List<Refusal> refusals) {

  /** What the customer can do now. */
  public record Actions(
      boolean awaitReview,
      boolean addPhotos,
      boolean ship,
      boolean pay,
      boolean sayWhetherItWorks,
      boolean reopen,
      boolean cancel) {}

  /**
   * A line of the case.
   *
   * @param goodsKey how the replacement stands; empty where nothing is to be said
   * @param place in the list of those who wait for it; empty where it does not wait
   * @param withdrawAt where the line is taken out; empty where it cannot be
   * @param proof how it was decided; empty where it is not known
   * @param finding what inspection found; empty until then
   * @param objectAt where the customer objects to it; empty where they cannot
   * @param chooseAt where they choose as its replacement is out of stock; empty where it is not
   * @param keptUntil the last day the shop keeps goods nobody asked for; empty where none is
   *     counted
   * @param askAt where they ask for those goods; empty where none is counted
   * @param asked they asked for them, and the goods are still here
   */
  public record Line(
      int no,
      String item,
      int quantity,
      String reasonKey,
      String wanted,
      String stateKey,
      Turn turn,
      String goodsKey,
      Optional<WaitingList.Place> place,
      String withdrawAt,
      Optional<LineProof> proof,
      Optional<Finding> finding,
      String objectAt,
      String chooseAt,
      Optional<LocalDate> keptUntil,
      String askAt,
      boolean asked) {}

  /**
   * What inspection found of a line, as its customer sees it.
   *
   * @param key of its words
   * @param remark what the inspector wrote; empty for nothing
   */
  public record Finding(String key, String remark, List<PhotoSlotView.Photo> photos) {}

  /** A parcel of the case. */
  public record Parcel(
      String legKey, String courier, String waybill, Instant at, Optional<TrackingEvent> seen) {}

  /** The versions of the policy that decided, the latest first. */
  public List<Integer> policyVersions() {
    return lines.stream()
        .flatMap(line -> line.proof().stream())
        .map(LineProof::policyVersion)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  public boolean isRefused() {
    return !refusals.isEmpty();
  }
}
