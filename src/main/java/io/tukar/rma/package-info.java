/** The case: one life from request to closed, the verbs that move it, the chain that proves it. */
@NullMarked
package io.tukar.rma;

import org.jspecify.annotations.NullMarked;
