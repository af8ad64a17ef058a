@NullMarked
package io.tukar.inspection;

import org.jspecify.annotations.NullMarked;
