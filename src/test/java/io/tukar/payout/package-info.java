@NullMarked
package io.tukar.payout;

import org.jspecify.annotations.NullMarked;
