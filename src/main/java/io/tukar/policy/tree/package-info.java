/** YAML and JSON as trees that know their lines and columns, and what is wrong with them. */
@NullMarked
@NamedInterface("tree")
package io.tukar.policy.tree;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
