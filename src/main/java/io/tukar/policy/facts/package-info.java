/** What is known of one line, each fact with its source or unknown. */
@NullMarked
@NamedInterface("facts")
package io.tukar.policy.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
