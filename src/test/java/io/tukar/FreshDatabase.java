package io.tukar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class one fresh database, without Spring: constructor and method parameters of type
 * {@link DatabaseForTests}, {@code JdbcClient}, {@code DataSource} or {@code TransactionTemplate}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@ExtendWith(FreshDatabaseParameters.class)
public @interface FreshDatabase {}
