package io.tukar.desk.goods;

import io.tukar.stock.qc.QcDraft;
import io.tukar.stock.qc.QcPlan;
import io.tukar.web.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The form of a plan: its steps are numbered fields, and each can be moved, removed or added. */
final class QcPlanForm {

  private static final Pattern ORDER = Pattern.compile("(up|down|remove)-([0-9]{1,2})");
  private static final String ADD = "add";

  private QcPlanForm() {}

  /** The fields of a draft, beside others. */
  static Form of(QcDraft draft, Map<String, String> others) {
    var fields = new HashMap<>(others);
    fields.keySet().removeIf(name -> name.matches("(kind|ask-id|ask-en|expect-id|expect-en)-.*"));
    fields.remove("do");
    fields.put("name-id", draft.nameId());
    fields.put("name-en", draft.nameEn());
    for (int no = 1; no <= draft.steps().size(); no++) {
      var step = draft.steps().get(no - 1);
      fields.put("kind-" + no, step.kind());
      fields.put("ask-id-" + no, step.askId());
      fields.put("ask-en-" + no, step.askEn());
      fields.put("expect-id-" + no, step.expectId());
      fields.put("expect-en-" + no, step.expectEn());
    }
    return Form.of(fields);
  }

  /** The draft as it was typed; steps beyond the most a plan has are left out. */
  static QcDraft read(Form form) {
    var steps = new ArrayList<QcDraft.Step>();
    for (int no = 1; no <= QcPlan.STEPS_MAX && form.typed().containsKey("ask-id-" + no); no++) {
      steps.add(
          new QcDraft.Step(
              form.value("kind-" + no),
              form.value("ask-id-" + no),
              form.value("ask-en-" + no),
              form.value("expect-id-" + no),
              form.value("expect-en-" + no)));
    }
    return new QcDraft(form.value("name-id"), form.value("name-en"), steps);
  }

  /** How many steps the form has. */
  static int steps(Form form) {
    return read(form).steps().size();
  }

  /** Whether the form was sent to be arranged, not to be kept. */
  static boolean arranges(Form form) {
    return form.value("do").equals(ADD) || ORDER.matcher(form.value("do")).matches();
  }

  /** The form with a step moved, removed or added; all that was typed stays. */
  static Form arranged(Form form) {
    var draft = read(form);
    var steps = new ArrayList<>(draft.steps());
    if (form.value("do").equals(ADD)) {
      if (steps.size() < QcPlan.STEPS_MAX) {
        steps.add(QcDraft.Step.EMPTY);
      }
    } else {
      var order = ORDER.matcher(form.value("do"));
      if (order.matches()) {
        arrange(steps, order.group(1), Integer.parseInt(order.group(2)) - 1);
      }
    }
    return of(new QcDraft(draft.nameId(), draft.nameEn(), steps), form.typed());
  }

  private static void arrange(List<QcDraft.Step> steps, String how, int at) {
    if (at < 0 || at >= steps.size()) {
      return;
    }
    switch (how) {
      case "up" -> {
        if (at > 0) {
          Collections.swap(steps, at, at - 1);
        }
      }
      case "down" -> {
        if (at + 1 < steps.size()) {
          Collections.swap(steps, at, at + 1);
        }
      }
      default -> steps.remove(at);
    }
  }
}
