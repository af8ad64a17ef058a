/** Photos: taken in by content, kept without metadata, found by case and draft (clause P10). */
@NullMarked
@ApplicationModule
package io.tukar.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
