/**
 * The policy at the desk: its versions, what they say differently, and the studio in which a draft
 * is written, checked, tried and handed to a second manager.
 */
@NullMarked
package io.tukar.desk.studio;

import org.jspecify.annotations.NullMarked;
