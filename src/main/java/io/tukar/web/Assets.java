package io.tukar.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;

/**
 * The static files of the pages, read once and kept in memory, each under an address that carries
 * the hash of its content and may therefore be cached for good.
 */
@Component
public final class Assets {

  /** A static file, plain and compressed. */
  static final class Asset {
    final String hash;
    final MediaType type;
    final byte[] plain;
    final byte[] gzipped;

    private Asset(Resource file) throws IOException {
      this.plain = file.getContentAsByteArray();
      this.hash = hash(plain);
      this.type = MediaTypeFactory.getMediaType(file).orElse(MediaType.APPLICATION_OCTET_STREAM);
      this.gzipped = gzip(plain);
    }
  }

  private static final int HASH_DIGITS = 12;
  private static final String ROOT = "static/";

  private final Map<String, Asset> byName;

  public Assets() {
    Map<String, Asset> found = new HashMap<>();
    var resolver = new PathMatchingResourcePatternResolver();
    try {
      for (Resource file : resolver.getResources("classpath*:" + ROOT + "**/*.*")) {
        String url = file.getURL().toString();
        found.put(url.substring(url.lastIndexOf("/" + ROOT) + ROOT.length() + 1), new Asset(file));
      }
      for (Resource file :
          resolver.getResources(
              "classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js")) {
        found.put("htmx.min.js", new Asset(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byName = Map.copyOf(found);
  }

  /** The address of this file. */
  public String url(String name) {
    Asset asset = byName.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("No static file " + name);
    }
    return "/assets/" + asset.hash + "/" + name;
  }

  Optional<Asset> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }
}
