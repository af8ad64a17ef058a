package io.tukar.rma;

import io.tukar.calendar.ServiceHours;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.policy.PolicyBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the plain deciding types where the verbs find them. */
@Configuration
class RmaSetup {

  @Bean
  WorkingCalendar workingCalendar(PolicyBook policies) {
    return policies.calendar();
  }

  @Bean
  PolicyBook policyBook() {
    return PolicyBook.shipped();
  }

  @Bean
  Promises promises(WorkingCalendar calendar) {
    return new Promises(ServiceHours.standard(calendar));
  }
}
