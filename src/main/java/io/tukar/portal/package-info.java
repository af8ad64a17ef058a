/** The customer's door: pages that find an order, write a request and show a case. No rules. */
@NullMarked
package io.tukar.portal;

import org.jspecify.annotations.NullMarked;
