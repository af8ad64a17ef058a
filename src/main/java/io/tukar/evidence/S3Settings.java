package io.tukar.evidence;

import io.tukar.database.StartFailure;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bucket: {@code TUKAR_S3_BUCKET}, {@code _ENDPOINT}, {@code _REGION}, {@code _PREFIX}, {@code
 * _ACCESS_KEY}, {@code _SECRET_KEY}, {@code _PATH_STYLE}.
 *
 * @param endpoint null where it is Amazon's own of the region
 * @param prefix stands before every name; empty, or ends with a slash
 * @param pathStyle whether the bucket's name stands in the path and not before the host's
 */
record S3Settings(
    @Nullable URI endpoint,
    String region,
    String bucket,
    String prefix,
    String accessKey,
    String secretKey,
    boolean pathStyle) {

  static final String BUCKET = "TUKAR_S3_BUCKET";
  static final String ENDPOINT = "TUKAR_S3_ENDPOINT";
  static final String REGION = "TUKAR_S3_REGION";
  static final String PREFIX = "TUKAR_S3_PREFIX";
  static final String ACCESS_KEY = "TUKAR_S3_ACCESS_KEY";
  static final String SECRET_KEY = "TUKAR_S3_SECRET_KEY";
  static final String PATH_STYLE = "TUKAR_S3_PATH_STYLE";

  /** What every store that is compatible accepts. */
  static final String REGION_UNLESS_SET = "us-east-1";

  private static final Pattern BUCKET_FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern REGION_FORM = Pattern.compile("[a-z0-9-]{1,64}");
  private static final Pattern PREFIX_FORM = Pattern.compile("([A-Za-z0-9._-]+/)*");

  S3Settings {
    if (!BUCKET_FORM.matcher(bucket).matches()) {
      throw new StartFailure(BUCKET + " is not a bucket's name: " + bucket);
    }
    if (!REGION_FORM.matcher(region).matches()) {
      throw new StartFailure(REGION + " is not a region: " + region);
    }
    if (!PREFIX_FORM.matcher(prefix).matches()) {
      throw new StartFailure(
          PREFIX + " may have letters, digits, dots, hyphens, underscores and slashes: " + prefix);
    }
    if (accessKey.isEmpty() || secretKey.isEmpty()) {
      throw new StartFailure(BUCKET + " needs " + ACCESS_KEY + " and " + SECRET_KEY + " too");
    }
  }

  /** From the settings' texts; empty where no bucket is named. */
  static Optional<S3Settings> of(
      String endpoint,
      String region,
      String bucket,
      String prefix,
      String accessKey,
      String secretKey,
      String pathStyle) {
    if (bucket.isBlank()) {
      return Optional.empty();
    }
    var address = address(endpoint.strip());
    return Optional.of(
        new S3Settings(
            address,
            region.isBlank() ? REGION_UNLESS_SET : region.strip(),
            bucket.strip(),
            folder(prefix.strip()),
            accessKey.strip(),
            secretKey.strip(),
            pathStyle.isBlank() ? address != null : yes(pathStyle.strip())));
  }

  /** The bucket and where it is, for the person who runs the shop. */
  String place() {
    return "bucket " + bucket + (endpoint == null ? " in " + region : " at " + endpoint);
  }

  private static String folder(String prefix) {
    var inner = prefix.replaceAll("^/+|/+$", "");
    return inner.isEmpty() ? "" : inner + "/";
  }

  private static boolean yes(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new StartFailure(PATH_STYLE + " is true or false, not " + text);
    };
  }

  private static @Nullable URI address(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      var address = URI.create(text);
      if (("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
          && address.getHost() != null
          && address.getUserInfo() == null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new StartFailure(ENDPOINT + " is not an address such as https://s3.example", e);
    }
    throw new StartFailure(ENDPOINT + " is not an address such as https://s3.example");
  }

  /** Hidden on purpose: it holds a secret. */
  @Override
  public String toString() {
    return "S3Settings[" + place() + "]";
  }
}
