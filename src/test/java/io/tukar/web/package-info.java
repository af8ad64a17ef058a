@NullMarked
package io.tukar.web;

import org.jspecify.annotations.NullMarked;
