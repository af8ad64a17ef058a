/**
 * A policy written by hand or by forms: its text, the fields of its clauses, what two versions say
 * differently.
 */
@NullMarked
@NamedInterface("edit")
package io.tukar.policy.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
