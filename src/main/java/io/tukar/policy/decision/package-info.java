/** What was decided about one line, with one finding for every clause: the proof. */
@NullMarked
@NamedInterface("decision")
package io.tukar.policy.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
