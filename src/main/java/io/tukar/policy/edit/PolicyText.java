package io.tukar.policy.edit;

import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.file.PolicyFile;
import io.tukar.policy.tree.Problems;
import io.tukar.policy.tree.Tree;
import io.tukar.policy.tree.YamlScalar;
import io.tukar.policy.tree.YamlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The YAML text of a policy as people edit it. The text is the only truth: a form changes the lines
 * of its own field, and whatever else stands there, comments too, stays. Immutable.
 */
public final class PolicyText {

  /** The place of the head among the clauses. */
  public static final int HEAD = -1;

  private static final String CLAUSES = "clauses";

  private final String text;
  private final TextPlaces places;
  private final List<String> lines;
  private final Optional<MappingNode> root;
  private final List<Node> items;
  private final List<Clause> clauses;

  private PolicyText(String text) {
    this.text = text;
    this.places = new TextPlaces(text);
    this.lines = text.lines().toList();
    this.root =
        YamlTree.compose(text, new Problems())
            .filter(MappingNode.class::isInstance)
            .map(MappingNode.class::cast);
    this.items =
        root.flatMap(node -> valueOf(node, CLAUSES))
            .filter(SequenceNode.class::isInstance)
            .map(node -> ((SequenceNode) node).getValue())
            .orElse(List.of());
    var read = new ArrayList<Clause>(items.size());
    for (var i = 0; i < items.size(); i++) {
      var tree = YamlTree.tree(items.get(i), lines);
      read.add(
          new Clause(
              i,
              FieldInputs.scalar(FieldInputs.entry(tree, "id")),
              FieldInputs.scalar(FieldInputs.entry(tree, "kind")),
              tree.line(),
              text(tree, "id"),
              text(tree, "en")));
    }
    this.clauses = List.copyOf(read);
  }

  /**
   * A clause as it is found in the text, sound or not.
   *
   * @param index its place, from 0
   * @param kind the word that stands there
   * @param line where it begins, from 1
   * @param indonesian the text customers read; empty where there is none
   * @param english the same in English
   */
  public record Clause(
      int index, String id, String kind, int line, String indonesian, String english) {}

  /**
   * A place of a text on a form.
   *
   * @param clause its index, or {@link #HEAD}
   * @param field the input's name; empty for the whole clause
   */
  public record Spot(int clause, String field) {}

  /** Reads a text of any quality; ends of line are made one kind. */
  public static PolicyText of(String text) {
    return new PolicyText(text.replace("\r\n", "\n").replace('\r', '\n'));
  }

  /** The text shipped with the product. */
  public static PolicyText shipped() {
    try (var in =
        Objects.requireNonNull(PolicyText.class.getResourceAsStream(PolicyFile.SHIPPED))) {
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole text as it is written. */
  public String text() {
    return text;
  }

  /** Whether it is YAML with fields: only then can a form show and change it. */
  public boolean isReadable() {
    return root.isPresent();
  }

  /** The clauses in the text's order. */
  public List<Clause> clauses() {
    return clauses;
  }

  /** What is wrong with it, with line and column. */
  public PolicyFile.Reading read() {
    return PolicyFile.read(text);
  }

  /** The inputs of the head's form, or of a clause's. */
  public Map<String, String> inputs(int clause) {
    var inputs = new LinkedHashMap<String, String>();
    for (var field : fields(clause)) {
      inputs.putAll(FieldInputs.of(field, value(clause, field.name())));
    }
    return inputs;
  }

  /** Whether its form can change it: a clause written on one line is edited in the text. */
  public boolean canFill(int clause) {
    return mapping(clause).filter(PolicyText::isBlock).isPresent();
  }

  /** The text with what was typed into a clause's form; fields that say the same stay untouched. */
  public PolicyText filled(int clause, Map<String, String> typed) {
    var filled = this;
    if (!canFill(clause)) {
      return this;
    }
    for (var field : fields(clause)) {
      var before = FieldInputs.of(field, value(clause, field.name()));
      var after = FieldInputs.read(field, typed);
      if (!FieldInputs.of(field, after).equals(before)) {
        filled = filled.with(clause, field.name(), after);
      }
    }
    return filled;
  }

  /** The text with another word at a field of its head. */
  public PolicyText withHead(String field, String value) {
    return with(HEAD, field, Optional.of(FieldInputs.text(value)));
  }

  /** The text with an empty clause of this kind at its end. */
  public PolicyText withNew(ClauseKind kind, String id) {
    var entries = new ArrayList<Tree.Entry>();
    for (var field : ClauseForm.of(kind).fields()) {
      if (field.name().equals("id")) {
        entries.add(FieldInputs.entry("id", FieldInputs.text(id)));
        entries.add(FieldInputs.entry("kind", FieldInputs.text(kind.word())));
      } else if (field.required()) {
        FieldInputs.read(field, FieldInputs.first(field))
            .ifPresent(value -> entries.add(FieldInputs.entry(field.name(), value)));
      }
    }
    return items.isEmpty() || !isBlockList() ? this : appended(entries);
  }

  /** The text without a clause and the comment right above it. */
  public PolicyText without(int clause) {
    if (!isBlockList() || items.size() < 2) {
      return this;
    }
    var from = places.lineStart(text.lastIndexOf('-', places.start(items.get(clause)) - 1));
    while (from > 0 && places.lineAt(places.lineStart(from - 1)).startsWith("#")) {
      from = places.lineStart(from - 1);
    }
    var until = places.afterLine(places.end(items.get(clause)));
    while (until < text.length() && places.lineAt(until).isEmpty()) {
      until = places.afterLine(until);
    }
    return new PolicyText(text.substring(0, from) + text.substring(until));
  }

  /** The field of a form that stands at this line and column, both from 1. */
  public Optional<Spot> spot(int line, int column) {
    var at = places.offset(line, column);
    for (var i = 0; i < items.size(); i++) {
      if (places.start(items.get(i)) <= at && at <= places.end(items.get(i))) {
        return Optional.of(new Spot(i, fieldAt(i, at)));
      }
    }
    var field = fieldAt(HEAD, at);
    return field.isEmpty() ? Optional.empty() : Optional.of(new Spot(HEAD, field));
  }

  /** What stands at a field of the head. */
  public Optional<Tree> head(String field) {
    return value(HEAD, field);
  }

  /** What is written at a field of the head; empty where there is no single value. */
  public String headText(String field) {
    return FieldInputs.scalar(head(field));
  }

  /** Everything that is said, for who compares. */
  Optional<Tree.Named> tree() {
    return root.map(node -> YamlTree.tree(node, lines)).map(Tree.Named.class::cast);
  }

  private String fieldAt(int clause, int at) {
    var mapping = mapping(clause);
    if (mapping.isEmpty() || at == places.start(mapping.get())) {
      return "";
    }
    for (var entry : mapping.get().getValue()) {
      if (places.start(entry.getKeyNode()) <= at
          && at <= places.end(entry.getValueNode())
          && !name(entry).equals(CLAUSES)) {
        return FieldInputs.PREFIX + name(entry);
      }
    }
    return "";
  }

  /** The fields of the head's form, or of a clause's. */
  public List<FieldForm> fields(int clause) {
    return clause == HEAD
        ? ClauseForm.head()
        : ClauseForm.of(clauses.get(clause).kind()).map(ClauseForm::fields).orElse(List.of());
  }

  private PolicyText appended(List<Tree.Entry> entries) {
    var indent = " ".repeat(column(items.getFirst()) - 2);
    var block = new StringBuilder();
    for (var entry : entries) {
      block
          .append(block.isEmpty() ? indent + "- " : indent + "  ")
          .append(YamlScalar.field(entry.name().value(), entry.value(), indent + "  "))
          .append('\n');
    }
    var at = places.afterLine(places.end(items.getLast()));
    var before = text.substring(0, at);
    return new PolicyText(
        before + (before.endsWith("\n") ? "\n" : "\n\n") + block + text.substring(at));
  }

  private PolicyText with(int clause, String field, Optional<Tree> value) {
    var mapping = mapping(clause);
    if (mapping.isEmpty()) {
      return this;
    }
    var entries = mapping.get().getValue();
    var indent = " ".repeat(column(mapping.get()));
    for (var i = 0; i < entries.size(); i++) {
      if (name(entries.get(i)).equals(field)) {
        return value.isPresent()
            ? replaced(
                places.start(entries.get(i).getKeyNode()),
                places.end(entries.get(i).getValueNode()),
                YamlScalar.field(field, value.get(), indent))
            : removed(entries, i);
      }
    }
    return value.isPresent()
        ? inserted(clause, mapping.get(), YamlScalar.field(field, value.get(), indent), field)
        : this;
  }

  private PolicyText removed(List<NodeTuple> entries, int i) {
    var from = places.start(entries.get(i).getKeyNode());
    if (i == 0) {
      // The next field moves up to the dash.
      return entries.size() == 1
          ? this
          : replaced(from, places.start(entries.get(1).getKeyNode()), "");
    }
    return replaced(
        places.lineStart(from), places.afterLine(places.end(entries.get(i).getValueNode())), "");
  }

  /** Behind the field that comes before it in the form's order. */
  private PolicyText inserted(int clause, MappingNode mapping, String lines, String field) {
    var order = fields(clause).stream().map(FieldForm::name).toList();
    var after = mapping.getValue().getFirst();
    for (var entry : mapping.getValue()) {
      var place = order.indexOf(name(entry));
      if (name(entry).equals("kind") || (place >= 0 && place < order.indexOf(field))) {
        after = entry;
      }
    }
    var at = places.afterLine(places.end(after.getValueNode()));
    var line = " ".repeat(column(mapping)) + lines + "\n";
    return replaced(at, at, text.substring(0, at).endsWith("\n") ? line : "\n" + line);
  }

  private PolicyText replaced(int from, int until, String lines) {
    return new PolicyText(text.substring(0, from) + lines + text.substring(until));
  }

  private Optional<MappingNode> mapping(int clause) {
    if (clause == HEAD) {
      return root;
    }
    return items.get(clause) instanceof MappingNode mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  private Optional<Tree> value(int clause, String field) {
    return mapping(clause)
        .flatMap(node -> valueOf(node, field))
        .map(node -> YamlTree.tree(node, lines));
  }

  private boolean isBlockList() {
    return root.flatMap(node -> valueOf(node, CLAUSES))
        .filter(node -> node instanceof SequenceNode list && list.getFlowStyle() == FlowStyle.BLOCK)
        .isPresent();
  }

  /** Written line by line. */
  private static boolean isBlock(MappingNode mapping) {
    return mapping.getFlowStyle() == FlowStyle.BLOCK;
  }

  private static Optional<Node> valueOf(MappingNode mapping, String name) {
    return mapping.getValue().stream()
        .filter(entry -> name(entry).equals(name))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  private static String name(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
  }

  private static String text(Tree clause, String language) {
    return FieldInputs.scalar(
            FieldInputs.entry(clause, "text").flatMap(words -> FieldInputs.entry(words, language)))
        .strip();
  }

  private static int column(Node node) {
    return node.getStartMark().getColumn();
  }
}
