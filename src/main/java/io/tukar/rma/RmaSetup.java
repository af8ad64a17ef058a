package io.tukar.rma;

import io.tukar.calendar.ServiceHours;
import io.tukar.calendar.ShopCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the plain deciding types where the verbs find them. */
@Configuration
class RmaSetup {

  @Bean
  Promises promises(ShopCalendar calendar) {
    return new Promises(() -> ServiceHours.standard(calendar.current()));
  }
}
