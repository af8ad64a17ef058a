package io.tukar.shipping.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the gateways whose keys are set: RajaOngkir is asked first, Biteship sends couriers. */
@Configuration(proxyBeanMethods = false)
class GatewaySetup {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

  @Bean
  CourierGateways courierGateways(
      @Value("${tukar.rajaongkir.key:}") String rajaOngkirKey,
      @Value("${tukar.rajaongkir.url:" + RajaOngkir.URL + "}") String rajaOngkirUrl,
      @Value("${tukar.biteship.key:}") String biteshipKey,
      @Value("${tukar.biteship.url:" + Biteship.URL + "}") String biteshipUrl) {
    var gateways = new ArrayList<CourierGateway>();
    if (!rajaOngkirKey.isBlank()) {
      gateways.add(
          new RajaOngkir(
              address("TUKAR_RAJAONGKIR_URL", rajaOngkirUrl),
              rajaOngkirKey.strip(),
              ANSWER_WITHIN));
    }
    if (!biteshipKey.isBlank()) {
      gateways.add(
          new Biteship(
              address("TUKAR_BITESHIP_URL", biteshipUrl), biteshipKey.strip(), ANSWER_WITHIN));
    }
    return new CourierGateways(gateways);
  }

  private static URI address(String setting, String text) {
    try {
      var address = URI.create(text.strip());
      if (("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
          && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(setting + " is not an address", e);
    }
    throw new IllegalArgumentException(setting + " is not an address");
  }
}
