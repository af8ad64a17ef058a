package io.tukar.messaging;

import io.tukar.kernel.RequestNumber;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where customers reach the portal: the setting {@code TUKAR_PUBLIC_URL}, without a last slash. */
@Component
public class PublicAddress {

  private final String url;

  PublicAddress(@Value("${tukar.public-url:http://127.0.0.1:8080}") String url) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** The page that shows how a case stands; it asks for the contact before it shows anything. */
  public String caseLink(RequestNumber request) {
    return url + "/status/" + request.value();
  }
}
