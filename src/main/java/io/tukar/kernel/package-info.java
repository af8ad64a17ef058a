/** Values every room speaks in: plain Java, always valid once they exist. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.tukar.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
