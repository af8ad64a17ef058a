package io.tukar.desk.payout;

import io.tukar.payout.Payout;
import io.tukar.payout.PayoutBatches;
import io.tukar.web.Form;
import java.util.List;
import java.util.Map;

/** A file for the bank: what is in it, and who took it. */
public record BatchModel(
    PayoutBatches.Batch batch,
    List<Payout> rows,
    List<PayoutBatches.Download> downloads,
    Map<String, String> names,
    Form form) {

  public BatchModel {
    rows = List.copyOf(rows);
    downloads = List.copyOf(downloads);
  }

  public String path() {
    return PayoutsPage.PATH + "/batches/" + batch.id();
  }
}
