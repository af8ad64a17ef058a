/** The inspection bench: returned goods looked at unit by unit, and the verdict of their line. */
@NullMarked
package io.tukar.desk.inspect;

import org.jspecify.annotations.NullMarked;
