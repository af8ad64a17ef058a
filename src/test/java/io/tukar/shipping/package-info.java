@NullMarked
package io.tukar.shipping;

import org.jspecify.annotations.NullMarked;
