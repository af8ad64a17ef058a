package io.tukar;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock that doors and timers ask; deciding code takes the time as a parameter. */
@Configuration(proxyBeanMethods = false)
class ShopClock {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
