/** A request being written: one question a page, kept after each answer. */
@NullMarked
package io.tukar.portal.draft;

import org.jspecify.annotations.NullMarked;
