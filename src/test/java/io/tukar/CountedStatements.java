package io.tukar;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is sent to the test databases: each statement of each execution, and each row of a
 * batch.
 */
public final class CountedStatements {

  private static final Set<String> SENT =
      Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "addBatch");
  private static final AtomicLong COUNT = new AtomicLong();

  private CountedStatements() {}

  /** How many so far, over all tests. */
  public static long soFar() {
    return COUNT.get();
  }

  static Connection counted(Connection connection) {
    return proxy(
        Connection.class,
        (self, method, args) -> {
          var result = invoked(connection, method, args);
          return result instanceof PreparedStatement statement && args != null
              ? counted(
                  statement,
                  1 + (int) String.valueOf(args[0]).chars().filter(c -> c == ';').count())
              : result;
        });
  }

  private static PreparedStatement counted(PreparedStatement statement, int statements) {
    return proxy(
        PreparedStatement.class,
        (self, method, args) -> {
          if (SENT.contains(method.getName())) {
            COUNT.addAndGet(statements);
          }
          return invoked(statement, method, args);
        });
  }

  private static @Nullable Object invoked(
      Object target, Method method, @Nullable Object @Nullable [] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            CountedStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
