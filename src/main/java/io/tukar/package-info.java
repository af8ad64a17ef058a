/** Tukar, the exchange desk: rooms of one program, imported one way. */
@NullMarked
package io.tukar;

import org.jspecify.annotations.NullMarked;
