@NullMarked
package io.tukar.desk;

import org.jspecify.annotations.NullMarked;
