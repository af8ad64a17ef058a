package io.tukar.rma;

import io.tukar.policy.versions.Policies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the plain deciding types where the verbs find them. */
@Configuration
class RmaSetup {

  @Bean
  Promises promises(Policies policies) {
    return new Promises(
        at -> {
          var book = policies.current();
          return book.inForceAt(at).serviceHours(book.calendar());
        });
  }
}
