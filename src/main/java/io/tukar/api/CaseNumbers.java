package io.tukar.api;

import io.tukar.rma.Rma;
import io.tukar.rma.Rmas;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * From the number in an address to the case. A number never moves to another case, so those used
 * last are remembered.
 */
@Component
class CaseNumbers {

  private static final int REMEMBERED_MAX = 10_000;

  private final Rmas rmas;

  private final Map<String, Long> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  CaseNumbers(Rmas rmas) {
    this.rmas = rmas;
  }

  /** The case with this request number or RMA number. */
  Optional<Long> idOf(String number) {
    synchronized (remembered) {
      var id = remembered.get(number);
      if (id != null) {
        return Optional.of(id);
      }
    }
    var found = rmas.idOf(number);
    found.ifPresent(id -> remember(number, id));
    return found;
  }

  /** A case that was just opened. */
  void remember(Rma rma) {
    remember(rma.requestNumber().value(), rma.id());
  }

  private void remember(String number, long id) {
    synchronized (remembered) {
      remembered.put(number, id);
    }
  }
}
