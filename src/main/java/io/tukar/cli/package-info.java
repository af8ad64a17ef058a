/** The command line: parses, calls the rooms, prints. Commands without data start no database. */
@NullMarked
package io.tukar.cli;

import org.jspecify.annotations.NullMarked;
