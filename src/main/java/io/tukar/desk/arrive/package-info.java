/** The desk's pages of parcels that arrive: receiving, quarantine, and whose a parcel is. */
@NullMarked
package io.tukar.desk.arrive;

import org.jspecify.annotations.NullMarked;
