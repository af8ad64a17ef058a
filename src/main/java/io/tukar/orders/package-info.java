/** What was sold, to whom, and how much of it is in a case already. */
@NullMarked
package io.tukar.orders;

import org.jspecify.annotations.NullMarked;
