@NullMarked
package io.tukar.packing;

import org.jspecify.annotations.NullMarked;
