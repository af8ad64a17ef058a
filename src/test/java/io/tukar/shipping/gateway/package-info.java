@NullMarked
package io.tukar.shipping.gateway;

import org.jspecify.annotations.NullMarked;
