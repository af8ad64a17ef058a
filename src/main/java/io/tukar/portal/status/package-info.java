/** A case as its customer sees it: where it stands, and what is theirs to do. */
@NullMarked
package io.tukar.portal.status;

import org.jspecify.annotations.NullMarked;
