package io.tukar.desk;

import io.tukar.evidence.Photo;
import io.tukar.inspection.Arrival;
import io.tukar.kernel.SerialNumber;
import io.tukar.messaging.SaidMessage;
import io.tukar.orders.Customer;
import io.tukar.orders.Order;
import io.tukar.policy.replay.Decisions;
import io.tukar.rma.Happened;
import io.tukar.rma.LineState;
import io.tukar.rma.Note;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import io.tukar.rma.RmaStatus;
import io.tukar.settlement.Account;
import io.tukar.settlement.Ledger;
import io.tukar.shipping.Leg;
import io.tukar.shipping.Shipment;
import io.tukar.stock.Product;
import io.tukar.stock.WaitingList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the desk shows of a case, as it stood at one moment.
 *
 * @param queue where its waiting lines stand in their products' lists, by line
 * @param alike photos that look like one of another case
 * @param arrivals its parcels that arrived, in quarantine or received
 * @param hints what is suggested of its parcels
 * @param names of the staff who acted, by the stored form of the actor
 */
public record CaseView(
    Rma rma,
    Order order,
    Customer customer,
    List<Line> lines,
    Map<Integer, WaitingList.Place> queue,
    List<Photo> photos,
    List<Alike> alike,
    List<Happened> history,
    List<Shipment> shipments,
    List<Arrival> arrivals,
    List<Ledger.Entry> ledger,
    List<Note> notes,
    List<SaidMessage> messages,
    Map<String, String> names,
    ParcelHints.Hints hints,
    Instant now) {

  /**
   * A line with what the desk says of it.
   *
   * @param name of the old product, as the order has it
   * @param sold the serials sold with the order's line
   * @param suggested units on the shelf that may be sent for it
   */
  public record Line(
      RmaLine line,
      String name,
      Optional<Product> wanted,
      List<SerialNumber> sold,
      Optional<Decisions.Kept> judged,
      List<SerialNumber> suggested) {

    /** Name of the product wanted. */
    public String wantedName() {
      return wanted.map(Product::name).orElse(line.wantedSku().value());
    }
  }

  /** A photo of this case that looks like one of another. */
  public record Alike(long photoId, String otherNumber, long otherPhotoId) {

    /** Where the other case is shown. */
    public String otherPath() {
      return "/desk/cases/" + otherNumber;
    }
  }

  /** The RMA number once there is one; until then the request number. */
  public String number() {
    return numberOf(rma);
  }

  static String numberOf(Rma rma) {
    return rma.rmaNumber() == null ? rma.requestNumber().value() : rma.rmaNumber().value();
  }

  /** The parcels that may still be declared lost, on the way they are on. */
  public List<Shipment> losable() {
    var leg = rma.in(LineState.EXCHANGED).isEmpty() ? Leg.TO_SHOP : Leg.TO_CUSTOMER;
    return shipments.stream()
        .filter(
            parcel ->
                parcel.leg() == leg
                    || (parcel.leg() == Leg.TO_CUSTOMER
                        && rma.status() == RmaStatus.AUTHORIZED
                        && !rma.awaitedInReturn().isEmpty()))
        .toList();
  }

  /** Where it is found. */
  public String path() {
    return "/desk/cases/" + number();
  }

  public Optional<Line> line(int lineNo) {
    return lines.stream().filter(line -> line.line().lineNo() == lineNo).findFirst();
  }

  /** By the policy a photo is still missing. */
  boolean lacksPhotos() {
    return lines.stream()
        .flatMap(line -> line.judged().stream())
        .anyMatch(kept -> !kept.decision().missingPhotos().isEmpty());
  }

  /** What the customer's account says: a statement of the case. */
  public List<Ledger.Entry> statement() {
    return ledger.stream().filter(entry -> entry.account() == Account.CUSTOMER).toList();
  }
}
