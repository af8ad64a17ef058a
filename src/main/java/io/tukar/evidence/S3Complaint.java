package io.tukar.evidence;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in one line what is wrong with a bucket, for the person who runs the shop. */
final class S3Complaint {

  private static final int MOVED = 301;
  private static final int FORBIDDEN = 403;

  private S3Complaint() {}

  static String of(S3Settings settings, SdkException e) {
    return "the photos' "
        + settings.place()
        + " "
        + (e instanceof AwsServiceException told ? said(told) : silent(e));
  }

  static boolean isNoSuchBucket(AwsServiceException e) {
    return "NoSuchBucket".equals(code(e));
  }

  private static String said(AwsServiceException e) {
    return switch (code(e)) {
      case "NoSuchBucket" -> "does not exist; make it, or set " + S3Settings.BUCKET;
      case "InvalidAccessKeyId", "SignatureDoesNotMatch" ->
          "does not accept the key; set " + S3Settings.ACCESS_KEY + " and " + S3Settings.SECRET_KEY;
      case "PermanentRedirect",
          "AuthorizationHeaderMalformed",
          "IllegalLocationConstraintException" ->
          "is in another region; set " + S3Settings.REGION;
      case "RequestTimeTooSkewed" -> "refuses this machine's clock, which is wrong";
      default ->
          switch (e.statusCode()) {
            case MOVED -> "is in another region; set " + S3Settings.REGION;
            case FORBIDDEN -> "refuses the key, which needs to list, read, write and delete there";
            default -> "answers with the error " + e.statusCode() + " " + code(e);
          };
    };
  }

  private static String silent(SdkException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return "cannot be reached: "
        + String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
  }

  private static String code(AwsServiceException e) {
    var details = e.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }
}
