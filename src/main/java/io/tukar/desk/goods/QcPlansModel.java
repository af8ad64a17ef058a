package io.tukar.desk.goods;

import io.tukar.stock.qc.QcPlan;
import io.tukar.stock.qc.QcPlans;
import io.tukar.web.Choice;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import java.util.List;

/**
 * The plans of tests, and which families of products they test.
 *
 * @param mayWrite who looks may change them
 */
public record QcPlansModel(
    List<QcPlan> plans, List<QcPlans.Family> families, boolean mayWrite, Form form) {

  static final String PATH = "/desk/stock/plans";

  /** How many products a plan tests. */
  public int products(QcPlan plan) {
    return families.stream()
        .filter(family -> family.plan().equals(plan.code()))
        .mapToInt(QcPlans.Family::products)
        .sum();
  }

  /** The plan of a family, by name. */
  public String plan(Frame frame, QcPlans.Family family) {
    return plans.stream()
        .filter(plan -> plan.code().equals(family.plan()))
        .findFirst()
        .map(plan -> frame.words(plan.name()))
        .orElse(family.plan());
  }

  /** The plans to choose from. */
  public List<Choice> choices(Frame frame) {
    return plans.stream().map(plan -> Choice.of(plan.code(), frame.words(plan.name()))).toList();
  }
}
