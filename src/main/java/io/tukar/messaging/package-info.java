/** Talks to customers: what is said, in their language, and the ways it goes out. */
@NullMarked
@ApplicationModule
package io.tukar.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
