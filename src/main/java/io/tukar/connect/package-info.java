/** Where other programs call: each door checks its own secret and keeps what it is told. */
@NullMarked
package io.tukar.connect;

import org.jspecify.annotations.NullMarked;
