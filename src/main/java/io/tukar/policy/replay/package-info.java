/** Decisions as they were made, and what another version would have decided on the same facts. */
@NullMarked
@NamedInterface("replay")
package io.tukar.policy.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
