/**
 * Looks at a whole policy over every kind of request: gaps, contradictions, idle clauses, floors.
 */
@NullMarked
package io.tukar.policy.lint;

import org.jspecify.annotations.NullMarked;
