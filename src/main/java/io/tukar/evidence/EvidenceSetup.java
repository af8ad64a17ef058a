package io.tukar.evidence;

import io.tukar.database.DataFolder;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the photos into the folder {@code evidence} of the data folder. */
@Configuration(proxyBeanMethods = false)
class EvidenceSetup {

  @Bean
  EvidenceStore evidenceStore(DataFolder data) throws IOException {
    return new EvidenceStore(data.subfolder("evidence"));
  }

  @Bean
  PhotoIntake photoIntake(EvidenceStore store) {
    return new PhotoIntake(store);
  }
}
