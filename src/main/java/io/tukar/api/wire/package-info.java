/** What every endpoint shares: tokens, bodies, repeated requests, problems. */
@NullMarked
package io.tukar.api.wire;

import org.jspecify.annotations.NullMarked;
