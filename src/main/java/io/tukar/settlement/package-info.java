/** Who owes whom, by which clause, and the books that hold it. */
@NullMarked
package io.tukar.settlement;

import org.jspecify.annotations.NullMarked;
