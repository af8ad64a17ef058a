@NullMarked
package io.tukar.staff;

import org.jspecify.annotations.NullMarked;
