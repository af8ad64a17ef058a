package io.tukar.policy.file;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.tukar.kernel.Words;
import io.tukar.policy.clause.FactKey;
import io.tukar.policy.clause.FactKeys;
import io.tukar.policy.clause.When;
import io.tukar.policy.tree.Problems;
import io.tukar.policy.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a clause's {@code when:}. It may compare and combine the facts and nothing else: no loops,
 * no arithmetic, no patterns, so its cost is bounded by its length and it has no way to fail.
 */
public final class WhenFile {

  /** No condition is longer. */
  public static final int CHARS_MAX = 1_000;

  private static final int NESTING_MAX = 24;
  private static final int NODES_MAX = 200;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*(\\.[A-Za-z_]\\w*)*");
  private static final Set<String> LOOPS =
      Set.of("all", "exists", "exists_one", "existsOne", "map", "filter", "transformList");

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(CHARS_MAX)
          .maxParseRecursionDepth(NESTING_MAX)
          .maxParseExpressionNodeCount(NODES_MAX)
          .enableComprehension(false)
          .enableHeterogeneousNumericComparisons(true)
          .enableUnknownTracking(true)
          .build();

  private static final CelCompiler COMPILER = compiler();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

  private WhenFile() {}

  /** Empty where the text is no condition, with the problems told at their places. */
  static Optional<When> read(Tree.Text at, Problems problems) {
    var text = at.value().strip();
    if (text.isEmpty()) {
      problems.error(at, new Words("syaratnya kosong", "the condition is empty"));
      return Optional.empty();
    }
    var checked = COMPILER.compile(at.value());
    if (checked.hasError()) {
      checked.getErrors().stream()
          .limit(1)
          .forEach(
              issue -> {
                var place = at.place(issue.getSourceLocation().getLine() - 1, column(issue));
                problems.error(place.line(), place.column(), message(issue, at.value()));
              });
      return Optional.empty();
    }
    try {
      var ast = checked.getAst();
      return Optional.of(new When(text, RUNTIME.createProgram(ast), asked(ast), constants(ast)));
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalStateException("A checked condition is refused: " + text, e);
    }
  }

  private static int column(CelIssue issue) {
    return Math.max(0, issue.getSourceLocation().getColumn());
  }

  private static Map<String, FactKey<?>> asked(CelAbstractSyntaxTree ast) {
    var asked = new TreeMap<String, FactKey<?>>();
    ast.getReferenceMap()
        .values()
        .forEach(
            reference ->
                Optional.<FactKey<?>>ofNullable(FactKeys.VARIABLES.get(reference.name()))
                    .ifPresent(key -> asked.put(reference.name(), key)));
    return Map.copyOf(asked);
  }

  private static List<Object> constants(CelAbstractSyntaxTree ast) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .map(node -> node.expr())
        .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
        .map(expr -> expr.constant())
        .flatMap(constant -> value(constant).stream())
        .distinct()
        .toList();
  }

  private static Optional<Object> value(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> Optional.of(constant.stringValue());
      case INT64_VALUE -> Optional.of(constant.int64Value());
      case NOT_SET,
          NULL_VALUE,
          BOOLEAN_VALUE,
          UINT64_VALUE,
          DOUBLE_VALUE,
          BYTES_VALUE,
          DURATION_VALUE,
          TIMESTAMP_VALUE ->
          Optional.empty();
    };
  }

  /** The compiler's own words where they are plain, ours where they are not. */
  private static Words message(CelIssue issue, String text) {
    var said = issue.getMessage();
    if (said.startsWith("undeclared reference to")) {
      var name = nameAt(text, issue);
      if (LOOPS.stream().anyMatch(loop -> said.contains("'" + loop + "'"))) {
        return new Words(
            "syarat tidak memakai perulangan: " + name, "a condition has no loops: " + name);
      }
      return new Words(
          "bidang tidak dikenal " + name + " dalam syarat; yang dikenal: " + known(),
          "unknown field " + name + " in the condition; known: " + known());
    }
    if (said.startsWith("expected type 'bool'")) {
      var type = said.replaceAll(".*'(\\w+)'.*", "$1");
      return new Words(
          "syarat harus benar atau salah, bukan " + type,
          "the condition must be true or false, not a " + type);
    }
    if (said.startsWith("found no matching overload")) {
      var compared = said.replaceAll(" *\\(candidates.*", "");
      return new Words(
          "syarat membandingkan yang tidak dapat dibandingkan: " + compared,
          "the condition compares what does not compare: " + compared);
    }
    if (said.contains("code point size")) {
      return new Words(
          "syarat paling panjang " + CHARS_MAX + " karakter",
          "a condition has at most " + CHARS_MAX + " characters");
    }
    if (said.contains("recursion") || said.contains("node count")) {
      return new Words(
          "syarat terlalu rumit: bersarang paling dalam "
              + NESTING_MAX
              + ", paling banyak "
              + NODES_MAX
              + " bagian",
          "the condition costs too much: nest at most "
              + NESTING_MAX
              + " deep, with at most "
              + NODES_MAX
              + " parts");
    }
    var first = said.lines().findFirst().orElse("");
    return new Words(
        "syarat tidak dapat dibaca: " + first, "the condition cannot be read: " + first);
  }

  private static String nameAt(String text, CelIssue issue) {
    var line = text.lines().skip(Math.max(0, issue.getSourceLocation().getLine() - 1)).findFirst();
    var from = column(issue);
    return line.filter(found -> from <= found.length())
        .map(found -> NAME.matcher(found.substring(from)))
        .filter(matcher -> matcher.lookingAt())
        .map(matcher -> matcher.group())
        .orElseGet(() -> issue.getMessage().replaceAll("[^']*'([^']*)'.*", "$1"));
  }

  private static String known() {
    return FactKeys.VARIABLES.keySet().stream().sorted().collect(Collectors.joining(", "));
  }

  private static CelCompiler compiler() {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros()
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder()
                    .includeFunctions(
                        StandardFunction.LOGICAL_AND,
                        StandardFunction.LOGICAL_OR,
                        StandardFunction.LOGICAL_NOT,
                        StandardFunction.CONDITIONAL,
                        StandardFunction.EQUALS,
                        StandardFunction.NOT_EQUALS,
                        StandardFunction.LESS,
                        StandardFunction.LESS_EQUALS,
                        StandardFunction.GREATER,
                        StandardFunction.GREATER_EQUALS,
                        StandardFunction.IN,
                        StandardFunction.STARTS_WITH,
                        StandardFunction.ENDS_WITH,
                        StandardFunction.CONTAINS)
                    .build())
            .setResultType(SimpleType.BOOL);
    FactKeys.VARIABLES.forEach(
        (name, key) -> builder.addVar(name, type(key.variable().orElseThrow().type())));
    return builder.build();
  }

  private static CelType type(FactKey.Type type) {
    return switch (type) {
      case TEXT -> SimpleType.STRING;
      case NUMBER -> SimpleType.INT;
      case TRUTH -> SimpleType.BOOL;
    };
  }
}
