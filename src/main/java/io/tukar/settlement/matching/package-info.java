/**
 * Whose money a receipt is: a guess with its reasons, from what is open and what the bank wrote.
 */
@NullMarked
@NamedInterface("matching")
package io.tukar.settlement.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
