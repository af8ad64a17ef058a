package io.tukar.settlement.statement;

import io.tukar.csv.CsvRecords;
import java.io.IOException;

/** How one bank's file is read. */
interface StatementLayout {

  /**
   * Reads to the end and checks the figures.
   *
   * @throws BadStatement where a row or a sum is wrong; what was handed on by then is not to be
   *     used
   */
  StatementBalances read(CsvRecords records, StatementSink sink) throws IOException;
}
