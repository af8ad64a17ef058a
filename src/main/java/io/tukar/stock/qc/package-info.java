/**
 * Quality control before anything is sent (clause P1): plans of steps by product family, tests of
 * units, and the numbered seal that closes the box again.
 */
@NullMarked
@NamedInterface("qc")
package io.tukar.stock.qc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
