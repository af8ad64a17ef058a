package io.tukar.desk.vendor;

import io.tukar.stock.vendor.VendorBatch;
import io.tukar.web.Form;
import java.util.List;

/**
 * A page of the batches for vendors.
 *
 * @param waiting how many units are for a vendor and in no batch
 * @param numbers products of which goods without a serial are
 * @param names vendors proposed for a new batch
 * @param maySend whether the viewer gathers and sends
 */
public record VendorsModel(
    List<Row> rows,
    int waiting,
    int numbers,
    List<String> names,
    Form form,
    boolean maySend,
    int page,
    int last) {

  /**
   * A batch in the list.
   *
   * @param days how many days its goods have been or were away
   * @param late the vendor has had it too long
   */
  public record Row(VendorBatch batch, long days, boolean late) {}
}
