/** Days off, service hours and deadlines, each deadline with the arithmetic that gave it. */
@NullMarked
package io.tukar.calendar;

import org.jspecify.annotations.NullMarked;
