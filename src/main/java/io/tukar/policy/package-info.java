/**
 * The shop's policy as data, and the one pure function that decides: facts in, a decision with its
 * proof out.
 */
@NullMarked
package io.tukar.policy;

import org.jspecify.annotations.NullMarked;
