/**
 * Money in (clause P6): the bank's statements are kept, what came is told whose it is, and the
 * exchange goes on once it is posted.
 */
@NullMarked
package io.tukar.cashier;

import org.jspecify.annotations.NullMarked;
