/**
 * The demonstration shop: invented goods, buyers and cases, made through the doors' own verbs so
 * that they are as real as any other.
 */
@NullMarked
package io.tukar.demo;

import org.jspecify.annotations.NullMarked;
