/** The policy at the desk, as people use it. */
@NullMarked
package io.tukar.desk.studio;

import org.jspecify.annotations.NullMarked;
