package io.tukar.desk.vendor;

import io.tukar.stock.vendor.VendorBatch;
import io.tukar.stock.vendor.VendorItem;
import io.tukar.web.Form;
import java.util.UUID;

/**
 * What came of one unit of a batch, or of a number.
 *
 * @param key made with the form: the same form sent twice is one answer
 * @param answeredBy who booked it; empty while that is awaited
 * @param mayBook whether the viewer books what came back
 * @param mayCredit whether the viewer books a credit or a loss
 */
public record VendorAnswerModel(
    VendorBatch batch,
    VendorItem item,
    Form form,
    UUID key,
    String answeredBy,
    boolean mayBook,
    boolean mayCredit) {

  /** Where it is found. */
  public String path() {
    return VendorsPage.PATH + "/" + batch.id() + "/items/" + item.id();
  }

  /** It can be answered now. */
  public boolean isAwaited() {
    return item.answer() == null && batch.state() == VendorBatch.State.SENT;
  }
}
