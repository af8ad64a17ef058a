/** The couriers' aggregators, asked over the network: each answers yes, no, or not clearly. */
@NullMarked
@NamedInterface("gateway")
package io.tukar.shipping.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
