package io.tukar.desk.goods;

import io.tukar.stock.qc.QcPlan;
import io.tukar.stock.qc.QcStep;
import io.tukar.web.Choice;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import java.util.Arrays;
import java.util.List;

/**
 * A plan being written.
 *
 * @param code of the plan that is changed; empty for a new one
 * @param name as it is in use; empty for a new one
 */
public record QcPlanEditModel(String code, String name, Form form) {

  public boolean isNew() {
    return code.isEmpty();
  }

  public String path() {
    return QcPlansModel.PATH + (isNew() ? "/new" : "/" + code + "/edit");
  }

  /** Where the page leads back to. */
  public String back() {
    return QcPlansModel.PATH + (isNew() ? "" : "/" + code);
  }

  public int steps() {
    return QcPlanForm.steps(form);
  }

  public boolean mayAdd() {
    return steps() < QcPlan.STEPS_MAX;
  }

  /** The kinds of steps to choose from. */
  public List<Choice> kinds(Frame frame) {
    return Arrays.stream(QcStep.Kind.values())
        .map(kind -> Choice.of(kind.name(), frame.text("plan.kind." + kind)))
        .toList();
  }
}
