/** What the shop finds when goods come back. */
@NullMarked
package io.tukar.inspection;

import org.jspecify.annotations.NullMarked;
