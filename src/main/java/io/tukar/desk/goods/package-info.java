/** The desk's pages of goods: the testing bench, units and their lives, deliveries and counts. */
@NullMarked
package io.tukar.desk.goods;

import org.jspecify.annotations.NullMarked;
