/** The shop's versions of its policy: drafted, reviewed by a second person, published, in force. */
@NullMarked
@NamedInterface("versions")
package io.tukar.policy.versions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
