package io.tukar.settlement.statement;

import java.io.IOException;

/** Takes the entries of a statement one by one, in the order of the file. */
@FunctionalInterface
public interface StatementSink {

  void take(StatementEntry entry) throws IOException;
}
