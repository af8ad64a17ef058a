@NullMarked
package io.tukar.entrance;

import org.jspecify.annotations.NullMarked;
