@NullMarked
package io.tukar.story;

import org.jspecify.annotations.NullMarked;
