/**
 * Where the shop's rows and files are kept: the data folder, its secret key, and PostgreSQL, either
 * an embedded one run from that folder or one that the shop runs itself. Plain Java.
 */
@NullMarked
package io.tukar.database;

import org.jspecify.annotations.NullMarked;
