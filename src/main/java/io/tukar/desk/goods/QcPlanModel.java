package io.tukar.desk.goods;

import io.tukar.stock.qc.QcPlan;
import io.tukar.stock.qc.QcPlans;
import java.util.List;
import java.util.Map;

/**
 * A plan in one of its versions.
 *
 * @param inUse the number of the version that new tests follow
 * @param changes what this version changed; empty for the first
 * @param names of who made the versions, by reference
 * @param mayWrite who looks may change it
 * @param kept it was just written
 */
public record QcPlanModel(
    QcPlan plan,
    int inUse,
    List<QcPlan.Change> changes,
    List<QcPlans.Version> versions,
    Map<String, String> names,
    boolean mayWrite,
    boolean kept) {

  public String path() {
    return QcPlansModel.PATH + "/" + plan.code();
  }
}
