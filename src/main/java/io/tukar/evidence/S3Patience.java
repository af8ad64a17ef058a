package io.tukar.evidence;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * How long a bucket is waited for.
 *
 * @param connecting until it takes the connection
 * @param silence between two bytes of it
 * @param answer for one try of one question
 * @param whole for a question with all its tries
 * @param clip for all tries of taking a video, which is large
 */
record S3Patience(
    Duration connecting, Duration silence, Duration answer, Duration whole, Duration clip) {

  static final S3Patience USUAL =
      new S3Patience(
          Duration.ofSeconds(3),
          Duration.ofSeconds(10),
          Duration.ofSeconds(12),
          Duration.ofSeconds(20),
          Duration.ofMinutes(3));

  private static final int TRIES_MAX = 3;
  private static final int CONNECTIONS_MAX = 50;

  /** A client that asks nothing of the machine it runs on: neither its files nor its host. */
  S3Client client(S3Settings settings) {
    var builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
            .forcePathStyle(settings.pathStyle())
            // Of the checksums we send our own; not every store knows those that are usual.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                Apache5HttpClient.builder()
                    .connectionTimeout(connecting)
                    .connectionAcquisitionTimeout(connecting)
                    .socketTimeout(silence)
                    .maxConnections(CONNECTIONS_MAX))
            .overrideConfiguration(
                override ->
                    override
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .apiCallAttemptTimeout(answer)
                        .apiCallTimeout(whole)
                        .retryStrategy(
                            StandardRetryStrategy.builder().maxAttempts(TRIES_MAX).build()));
    var endpoint = settings.endpoint();
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    return builder.build();
  }

  /** For a video. */
  Consumer<AwsRequestOverrideConfiguration.Builder> forClips() {
    return override -> override.apiCallTimeout(clip).apiCallAttemptTimeout(clip);
  }
}
