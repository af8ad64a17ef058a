package io.tukar.evidence;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the photos into the folder {@code evidence} of the data folder. */
@Configuration(proxyBeanMethods = false)
class EvidenceSetup {

  @Bean
  EvidenceStore evidenceStore(@Value("${tukar.data:data}") Path data) throws IOException {
    return new EvidenceStore(data.resolve("evidence"));
  }

  @Bean
  PhotoIntake photoIntake(EvidenceStore store) {
    return new PhotoIntake(store);
  }
}
