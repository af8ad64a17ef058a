/** The finance desk's pages of the bank: statements taken in, and what came told whose it is. */
@NullMarked
package io.tukar.desk.bank;

import org.jspecify.annotations.NullMarked;
