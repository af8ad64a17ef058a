package io.tukar;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the database when the first parameter asks for it; one for each test class. */
final class FreshDatabaseParameters implements ParameterResolver {

  private static final Map<Class<?>, Function<DatabaseForTests, Object>> KNOWN =
      Map.of(
          DatabaseForTests.class, database -> database,
          DataSource.class, DatabaseForTests::dataSource,
          JdbcClient.class, DatabaseForTests::jdbc,
          TransactionTemplate.class, DatabaseForTests::transactions);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return KNOWN.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    DatabaseForTests database =
        outermostClass(context)
            .getStore(Namespace.create(FreshDatabaseParameters.class))
            .computeIfAbsent(
                DatabaseForTests.class, key -> DatabaseForTests.fresh(), DatabaseForTests.class);
    return Objects.requireNonNull(KNOWN.get(parameter.getParameter().getType())).apply(database);
  }

  private static ExtensionContext outermostClass(ExtensionContext context) {
    ExtensionContext outermost = context;
    while (outermost.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
      outermost = outermost.getParent().get();
    }
    return outermost;
  }
}
