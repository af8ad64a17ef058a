package io.tukar.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  @Test
  void aValueHasOneFormWithoutBlanks() {
    var json =
        new CanonicalJson()
            .object()
            .key("a")
            .value("say \"hi\" \\ \n\u007f\u0085 Jalan Kopo é")
            .key("b")
            .list()
            .item()
            .value(1)
            .item()
            .value(true)
            .item()
            .nothing()
            .endList()
            .key("c")
            .object()
            .endObject()
            .endObject();

    assertThat(json)
        .hasToString(
            "{\"a\":\"say \\\"hi\\\" \\\\ \\u000a\\u007f\\u0085 Jalan Kopo é\","
                + "\"b\":[1,true,null],\"c\":{}}");
  }

  @Test
  void noCharacterIsLostOrBreaksTheLine() {
    var json = new CanonicalJson().value("a\u2028\ufeff\uffff\ud83d\ude00\ud83d.\ude00");

    assertThat(json).hasToString("\"a\\u2028\\ufeff\\uffff\ud83d\ude00\\ud83d.\\ude00\"");
  }

  @Test
  void keysOutOfOrderAreABug() {
    var json = new CanonicalJson().object().key("b").value(1);

    assertThatThrownBy(() -> json.key("a")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> json.key("b")).isInstanceOf(IllegalStateException.class);
  }
}
