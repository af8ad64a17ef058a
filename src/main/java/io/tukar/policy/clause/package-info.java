/** The closed set of clauses: what each asks of the facts, and what it finds. */
@NullMarked
package io.tukar.policy.clause;

import org.jspecify.annotations.NullMarked;
