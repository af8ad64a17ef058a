/**
 * What is to be said outside: written with the change that causes it, said afterwards, once. Rows
 * hold references only; addresses are looked up when a message goes out.
 */
@NullMarked
@ApplicationModule
package io.tukar.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
