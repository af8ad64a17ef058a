/** The desk's pages of goods that nobody claims: how long they are kept, and how they leave. */
@NullMarked
package io.tukar.desk.leftovers;

import org.jspecify.annotations.NullMarked;
