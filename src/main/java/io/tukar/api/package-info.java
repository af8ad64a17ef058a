/** The door for shop software: {@code /api/v1}, JSON. It parses, calls one verb and renders. */
@NullMarked
package io.tukar.api;

import org.jspecify.annotations.NullMarked;
