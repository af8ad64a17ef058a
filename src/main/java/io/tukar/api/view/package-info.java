/** What the API shows, field by field, as {@code openapi.yaml} describes it. */
@NullMarked
package io.tukar.api.view;

import org.jspecify.annotations.NullMarked;
