/** The finance desk's pages of money out. */
@NullMarked
package io.tukar.desk.payout;

import org.jspecify.annotations.NullMarked;
