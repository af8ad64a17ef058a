/** What is to be said or done outside, written with the change that causes it. */
@NullMarked
package io.tukar.outbox;

import org.jspecify.annotations.NullMarked;
