/** Parcels on their way, in either direction. */
@NullMarked
package io.tukar.shipping;

import org.jspecify.annotations.NullMarked;
