package io.tukar.desk.vendor;

import io.tukar.stock.vendor.VendorBatch;
import io.tukar.stock.vendor.VendorItem;
import io.tukar.stock.vendor.Waiting;
import io.tukar.web.Form;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A vendor's batch.
 *
 * @param days how many days its goods have been or were away
 * @param late the vendor has had it too long
 * @param sentBy who sent it; empty while it is gathered
 * @param items a page of what is in it
 * @param waiting a page of the units that could be put in; empty once it was sent
 * @param numbers goods without serials that could be
 * @param ticked ids of the units that were ticked
 * @param key made with the form: the same form sent twice sends once
 * @param told the serial something was just done with; empty where nothing was
 * @param maySend whether the viewer gathers, sends and books
 */
public record VendorBatchModel(
    VendorBatch batch,
    long days,
    boolean late,
    String sentBy,
    Rows<VendorItem> items,
    Rows<Waiting.OfUnit> waiting,
    List<Waiting.OfNumber> numbers,
    Set<Long> ticked,
    Form form,
    UUID key,
    String told,
    boolean maySend) {

  /**
   * A page of rows.
   *
   * @param all how many there are
   */
  public record Rows<T>(List<T> shown, int all, int page, int last) {}

  /** Where it is found. */
  public String path() {
    return VendorsPage.PATH + "/" + batch.id();
  }

  public boolean isOpen() {
    return batch.state() == VendorBatch.State.OPEN;
  }
}
