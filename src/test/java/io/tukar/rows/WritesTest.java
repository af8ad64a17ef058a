package io.tukar.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.FreshDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FreshDatabase
class WritesTest {

  private static final String ADD = "insert into slip (no, text) values (?, ?)";

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Writes writes = new Writes();

  WritesTest(DataSource database, JdbcClient jdbc, TransactionTemplate transactions) {
    this.batch = new JdbcTemplate(database);
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @BeforeEach
  void aTableWithTwoRows() {
    jdbc.sql("drop table if exists slip").update();
    jdbc.sql("create table slip (no int primary key, text text, first int references slip)")
        .update();
    jdbc.sql("insert into slip (no, text) values (1, 'one'), (2, 'two')").update();
  }

  @Test
  void statementsAreDoneInTheirOrder() {
    writes.any(ADD, 3, null);
    writes.any("insert into slip (no, first) values (?, ?)", 4, 3);
    writes.one(IllegalStateException::new, "update slip set text = ? where no = ?", "four", 4);
    send(writes);
    assertThat(texts()).containsExactly("1 one", "2 two", "3 -", "4 four");
  }

  @Test
  void aRowThatIsNotThereUndoesEverything() {
    writes.any("update slip set text = 'other'");
    writes.one(() -> new Missed("third"), "update slip set text = ? where no = ?", "three", 3);
    writes.any("delete from slip");
    assertThatThrownBy(() -> send(writes)).isInstanceOf(Missed.class).hasMessage("third");
    assertThat(texts()).containsExactly("1 one", "2 two");
  }

  @Test
  void twoRowsAreNotOne() {
    writes.any("update slip set text = 'same' where no = ?", 1);
    writes.one(() -> new Missed("both"), "update slip set text = ? where no > ?", "same", 0);
    assertThatThrownBy(() -> send(writes)).isInstanceOf(Missed.class).hasMessage("both");
  }

  @Test
  void aRefusalOfTheDatabaseUndoesEverything() {
    writes.any("update slip set text = 'other'");
    writes.any(ADD, 1, "again");
    assertThatThrownBy(() -> send(writes)).isInstanceOf(DataIntegrityViolationException.class);
    assertThat(texts()).containsExactly("1 one", "2 two");
  }

  @Test
  void whatOthersCollectedComesBehind() {
    var others = new Writes();
    others.one(IllegalStateException::new, "update slip set text = ? where no = ?", "theirs", 3);
    writes.any(ADD, 3, "ours");
    writes.addAll(others);
    send(writes);
    assertThat(texts()).contains("3 theirs");
  }

  @Test
  void theSameShapeCanBeSentOftenEnoughToBePrepared() {
    for (int i = 10; i < 30; i++) {
      var one = new Writes();
      one.any(ADD, i, "text");
      one.one(IllegalStateException::new, "update slip set text = ? where no = ?", i + "!", i);
      send(one);
    }
    assertThat(texts()).hasSize(22).contains("29 29!");
  }

  @Test
  void nothingIsWrittenOutsideATransaction() {
    writes.any(ADD, 3, "three");
    assertThatThrownBy(() -> writes.send(batch)).isInstanceOf(IllegalStateException.class);
    assertThat(texts()).hasSize(2);
  }

  @Test
  void statementsAreCountedOneByOne() {
    assertThatThrownBy(() -> writes.any("delete from slip; delete from slip"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingToWriteIsNoMessage() {
    send(writes);
    assertThat(texts()).hasSize(2);
  }

  private void send(Writes writes) {
    transactions.executeWithoutResult(status -> writes.send(batch));
  }

  private List<String> texts() {
    return jdbc.sql("select no || ' ' || coalesce(text, '-') from slip order by no")
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static final class Missed extends RuntimeException {
    Missed(String message) {
      super(message);
    }
  }
}
