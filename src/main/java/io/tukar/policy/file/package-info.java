/** Policies, facts and decisions read from the files and bytes they are written in. */
@NullMarked
@NamedInterface("file")
package io.tukar.policy.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
