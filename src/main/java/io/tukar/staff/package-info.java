/** Who works in the shop, by which token its software comes in, and who may do what. */
@NullMarked
package io.tukar.staff;

import org.jspecify.annotations.NullMarked;
