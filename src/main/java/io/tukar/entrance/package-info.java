/**
 * Who comes in by which door: the filter chains, sign-in and sign-out of staff, the first account,
 * and the check of what a member of staff may do.
 */
@NullMarked
package io.tukar.entrance;

import org.jspecify.annotations.NullMarked;
