/** How rows get into the database: many statements, one message. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.tukar.rows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
