package io.tukar.web;

import io.tukar.web.Assets.Asset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves the static files. An old page's address still works, but is not kept. */
@RestController
final class AssetController {

  private final Assets assets;

  AssetController(Assets assets) {
    this.assets = assets;
  }

  @GetMapping("/assets/{hash}/{*name}")
  ResponseEntity<byte[]> asset(
      @PathVariable String hash,
      @PathVariable String name,
      @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false)
          @Nullable String encodings) {
    Asset asset =
        assets
            .find(name.substring(1))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var answer =
        ResponseEntity.ok()
            .contentType(withCharset(asset.type))
            .varyBy(HttpHeaders.ACCEPT_ENCODING)
            .cacheControl(
                hash.equals(asset.hash)
                    ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                    : CacheControl.noCache());
    if (encodings != null
        && encodings.toLowerCase(Locale.ROOT).contains("gzip")
        && asset.gzipped.length < asset.plain.length) {
      return answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.gzipped);
    }
    return answer.body(asset.plain);
  }

  private static MediaType withCharset(MediaType type) {
    return type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
  }
}
