package io.tukar.policy.edit;

import io.tukar.kernel.Words;
import io.tukar.policy.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What two texts of a policy say differently, in words. The order of clauses, of fields and of
 * words in a list is no difference, and neither is how the YAML is written.
 */
public final class PolicyDiff {

  /** The most differences told; two texts with more have little in common. */
  public static final int DIFFERENCES_MAX = 500;

  private static final String CLAUSES = "clauses";
  private static final String ID = "id";

  private PolicyDiff() {}

  /** From the older text to the newer; empty where one of them is no YAML with fields. */
  public static Optional<List<Difference>> between(String older, String newer) {
    return between(PolicyText.of(older), PolicyText.of(newer));
  }

  /** From the older text to the newer; empty where one of them is no YAML with fields. */
  public static Optional<List<Difference>> between(PolicyText older, PolicyText newer) {
    var before = older.tree();
    var after = newer.tree();
    return before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : Optional.of(compared(before.get(), after.get()).stream().limit(DIFFERENCES_MAX).toList());
  }

  private static List<Difference> compared(Tree.Named before, Tree.Named after) {
    var found = new ArrayList<Difference>();
    for (var name : names(before, after)) {
      if (!name.equals(CLAUSES) && !name.equals("version")) {
        found.addAll(FieldDiff.between("", form(ClauseForm.head(), name), name, before, after));
      }
    }
    var old = clauses(before);
    var now = clauses(after);
    for (var entry : now.entrySet()) {
      var was = old.get(entry.getKey());
      if (was == null) {
        found.add(added(entry.getKey(), entry.getValue()));
      } else {
        found.addAll(clause(entry.getKey(), was, entry.getValue()));
      }
    }
    for (var entry : old.entrySet()) {
      if (!now.containsKey(entry.getKey())) {
        found.add(removed(entry.getKey(), entry.getValue()));
      }
    }
    return found;
  }

  private static List<Difference> clause(String id, Tree.Named before, Tree.Named after) {
    var found = new ArrayList<Difference>();
    var kind = FieldInputs.scalar(FieldInputs.entry(after, "kind"));
    var forms = ClauseForm.of(kind).map(ClauseForm::fields).orElse(List.of());
    for (var name : names(before, after)) {
      if (!name.equals(ID)) {
        found.addAll(FieldDiff.between(id, form(forms, name), name, before, after));
      }
    }
    return found;
  }

  private static Difference added(String id, Tree.Named clause) {
    var kind = kind(clause);
    return new Difference(
        id,
        new Words("pasal baru: " + kind.id(), "new clause: " + kind.en()),
        Optional.empty(),
        FieldDiff.texts(FieldInputs.entry(clause, "text")));
  }

  private static Difference removed(String id, Tree.Named clause) {
    var kind = kind(clause);
    return new Difference(
        id,
        new Words("pasal dihapus: " + kind.id(), "clause removed: " + kind.en()),
        FieldDiff.texts(FieldInputs.entry(clause, "text")),
        Optional.empty());
  }

  private static Words kind(Tree.Named clause) {
    var word = FieldInputs.scalar(FieldInputs.entry(clause, "kind"));
    return ClauseForm.of(word)
        .map(ClauseForm::label)
        .orElseGet(() -> new Words(FieldDiff.shown(word), FieldDiff.shown(word)));
  }

  private static Optional<FieldForm> form(List<FieldForm> forms, String name) {
    return forms.stream().filter(form -> form.name().equals(name)).findFirst();
  }

  private static Set<String> names(Tree.Named before, Tree.Named after) {
    var names = new LinkedHashSet<String>();
    after.entries().forEach(entry -> names.add(entry.name().value()));
    before.entries().forEach(entry -> names.add(entry.name().value()));
    return names;
  }

  /** By id, the first of an id alone; a clause without one has its place for a name. */
  private static Map<String, Tree.Named> clauses(Tree.Named root) {
    var byId = new LinkedHashMap<String, Tree.Named>();
    if (FieldInputs.entry(root, CLAUSES).orElse(null) instanceof Tree.Items list) {
      for (var item : list.items()) {
        if (item instanceof Tree.Named clause) {
          var id = FieldInputs.scalar(FieldInputs.entry(clause, ID));
          byId.putIfAbsent(id.isEmpty() ? "#" + (byId.size() + 1) : id, clause);
        }
      }
    }
    return byId;
  }
}
