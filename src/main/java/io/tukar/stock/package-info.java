/** Products, what lies where, and what is set aside. */
@NullMarked
package io.tukar.stock;

import org.jspecify.annotations.NullMarked;
