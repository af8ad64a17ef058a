package io.tukar.api;

import io.tukar.api.wire.ApiJson;
import io.tukar.api.wire.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the API (OpenAPI 3.1), for everybody; made from {@code api/openapi.yaml}. */
@Controller
class DescriptionEndpoint {

  /** Made at the first request: a start does not wait for it. */
  private volatile byte @Nullable [] json;

  @GetMapping("/api/v1/openapi.json")
  Reply describe() {
    var made = json;
    if (made == null) {
      made = make();
      json = made;
    }
    return new Reply.Done(200, made, false);
  }

  private static byte[] make() {
    var resource = new ClassPathResource("api/openapi.yaml");
    try (var in = resource.getInputStream()) {
      Object description = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return ApiJson.write(description);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
