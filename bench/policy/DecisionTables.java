import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The rules as decision tables in Drools, behind types that every class loader knows. */
public final class DecisionTables implements Function<Map<String, Object>, Map<String, Object>> {

  private final DMNRuntime runtime;
  private final DMNModel model;

  public DecisionTables(Path rules) throws Exception {
    runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(
                List.of(
                    ResourceFactory.newReaderResource(new StringReader(Files.readString(rules)))))
            .getOrElseThrow(IllegalStateException::new);
    model = runtime.getModels().getFirst();
    if (model.hasErrors()) {
      throw new IllegalStateException(model.getMessages().toString());
    }
  }

  @Override
  public Map<String, Object> apply(Map<String, Object> facts) {
    DMNContext context = runtime.newContext();
    facts.forEach(context::set);
    var result = runtime.evaluateAll(model, context);
    if (result.hasErrors()) {
      throw new IllegalStateException(result.getMessages().toString());
    }
    return result.getContext().getAll();
  }
}
