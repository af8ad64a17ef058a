/**
 * The staff's door: what is due, a case with its legal actions, a caller's case, stock and money.
 * It parses, calls one verb and renders; who may do what stands in {@link
 * io.tukar.desk.CaseAction}.
 */
@NullMarked
package io.tukar.desk;

import org.jspecify.annotations.NullMarked;
