package io.tukar.rows;

import io.tukar.kernel.Answer;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a verb in one transaction, of which a refusal leaves nothing. */
@Component
public class AllOrNothing {

  private final TransactionTemplate transactions;

  public AllOrNothing(TransactionTemplate transactions) {
    this.transactions = transactions;
  }

  public <T> Answer<T> run(Supplier<Answer<T>> verb) {
    var answer =
        transactions.execute(
            transaction -> {
              var outcome = verb.get();
              if (outcome instanceof Answer.Refused) {
                transaction.setRollbackOnly();
              }
              return outcome;
            });
    if (answer == null) {
      throw new IllegalStateException("A verb without an answer");
    }
    return answer;
  }

  /**
   * As {@link #run}, and once more where the database found that somebody else had written the same
   * in the same moment: the second run sees it, and says so in its own words.
   */
  public <T> Answer<T> runBesideOthers(Supplier<Answer<T>> verb) {
    try {
      return run(verb);
    } catch (DuplicateKeyException taken) {
      return run(verb);
    }
  }
}
