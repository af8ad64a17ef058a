/**
 * Money out (clauses P6, P7, P8): proposed by one person, approved by another, told to the bank
 * once, and paid when the bank's statement says so.
 */
@NullMarked
package io.tukar.payout;

import org.jspecify.annotations.NullMarked;
