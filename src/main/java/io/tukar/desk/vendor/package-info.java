/** Klaim ke pemasok: faulty goods on their way to their manufacturer and back. */
@NullMarked
package io.tukar.desk.vendor;

import org.jspecify.annotations.NullMarked;
