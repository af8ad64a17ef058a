package io.tukar.desk.inspect;

import io.tukar.evidence.Photo;
import io.tukar.inspection.Check;
import io.tukar.inspection.Part;
import io.tukar.inspection.Proposal;
import io.tukar.inspection.UnitLook;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.SerialNumber;
import io.tukar.policy.decision.Decision;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import io.tukar.stock.Product;
import io.tukar.stock.qc.QcTest;
import io.tukar.web.Form;
import io.tukar.web.ProofLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The inspection bench with one line on it.
 *
 * @param waiting the lines that wait for a verdict, this one among them
 * @param sold the serials that left with the line
 * @param looks at this line's units so far
 * @param inHand the look whose check is asked for; null between units
 * @param photos of this line: the customer's, and the warehouse's
 * @param contested what is said against the finding of the first look; empty at a first look
 * @param verdict what is put before the inspector once all units were looked at
 * @param names of the staff who scanned, by the stored form of the actor
 */
public record InspectModel(
    Rma rma,
    List<RmaLine> waiting,
    RmaLine line,
    Product product,
    List<SerialNumber> sold,
    List<UnitLook> looks,
    @Nullable InHand inHand,
    List<Photo> photos,
    Optional<String> contested,
    Optional<ToDecide> verdict,
    Map<String, String> names,
    Form form) {

  /**
   * A unit in hand.
   *
   * @param check what is asked
   * @param no which of the checks it is, from 1
   * @param contents what belongs in the box
   * @param sentOutOn its last test before it left the shop
   */
  public record InHand(
      UnitLook look,
      Check check,
      int no,
      int checks,
      List<Part> contents,
      Optional<QcTest> sentOutOn,
      Optional<MacAddress> mac) {

    /** A value is read for this check: the books know what it should be. */
    public boolean reads() {
      return check == Check.MAC
          || (check == Check.SEAL
              && sentOutOn.map(QcTest::ending).map(QcTest.Ending::seal).isPresent());
    }
  }

  /**
   * What the looks add up to, and what the policy says of that.
   *
   * @param unlike the looks whose units would get another verdict by themselves
   */
  public record ToDecide(
      Proposal proposal, Optional<Decision> decision, List<ProofLine> proof, Set<Long> unlike) {}

  /** The case's number. */
  public String number() {
    var rmaNumber = rma.rmaNumber();
    return rmaNumber == null ? rma.requestNumber().value() : rmaNumber.value();
  }

  public String path() {
    return "/desk/inspect/" + number();
  }

  /** How many of the line's goods were looked at. */
  public int looked() {
    return looks.stream().mapToInt(UnitLook::quantity).sum();
  }
}
