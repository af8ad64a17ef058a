@NullMarked
package io.tukar.cashier;

import org.jspecify.annotations.NullMarked;
