/**
 * What a bank says of the shop's account: its files read entry by entry, and not believed where
 * their figures do not add up. Plain Java, no database.
 */
@NullMarked
@NamedInterface("statement")
package io.tukar.settlement.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
