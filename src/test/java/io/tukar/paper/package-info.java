/** What is printed: PDF pages with codes that a scanner reads. */
@NullMarked
package io.tukar.paper;

import org.jspecify.annotations.NullMarked;
