/** Who failed too often waits: for doors where somebody proves who they are. */
@NullMarked
package io.tukar.throttle;

import org.jspecify.annotations.NullMarked;
