/**
 * What was sold is sent for the first time: an order's goods leave through the gate of clause P1.
 */
@NullMarked
package io.tukar.packing;

import org.jspecify.annotations.NullMarked;
