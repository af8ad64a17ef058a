/**
 * Faulty goods sent to their manufacturer as a batch, and what came of each: repaired, replaced,
 * credited, refused or lost.
 */
@NullMarked
@NamedInterface("vendor")
package io.tukar.stock.vendor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
