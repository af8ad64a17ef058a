/** Files of rows that other programs wrote: read as a stream, parsed cell by cell, plain Java. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.tukar.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
