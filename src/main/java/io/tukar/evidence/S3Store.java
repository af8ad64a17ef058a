package io.tukar.evidence;

import io.tukar.database.StartFailure;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The store in a bucket that speaks S3. A photo is put again whenever it is taken in, so that its
 * date is that of the last time; it is deleted in its own turn ({@link PhotoTurns}), and who put it
 * looks once more whether it is there afterwards.
 */
final class S3Store implements EvidenceStore, AutoCloseable {

  private static final String JPEG = "image/jpeg";
  private static final String VIDEO = "video/mp4";
  private static final int NOT_FOUND = 404;
  private static final Pattern NAME =
      Pattern.compile("[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}(\\.thumb)?\\.(jpg|clip)");

  /** A photo that is deleted each time it was put is not an accident any more. */
  private static final int PUTS_MAX = 3;

  private final S3Client client;
  private final S3Settings settings;
  private final S3Patience patience;
  private final Spool incoming;
  private final PhotoTurns turns;

  S3Store(S3Settings settings, S3Patience patience, Spool incoming, PhotoTurns turns) {
    this.settings = settings;
    this.patience = patience;
    this.incoming = incoming;
    this.turns = turns;
    this.client = patience.client(settings);
  }

  @Override
  public void check() {
    try {
      client.listObjectsV2(
          list -> list.bucket(settings.bucket()).prefix(settings.prefix()).maxKeys(1));
    } catch (SdkException e) {
      throw new StartFailure(S3Complaint.of(settings, e), e);
    }
  }

  @Override
  public Path spool() throws IOException {
    return incoming.file();
  }

  @Override
  public void keep(Sha256 digest, byte[] full, byte[] thumbnail) throws IOException {
    putUntilThere(
        digest,
        PhotoSize.FULL.suffix(),
        thumbnail,
        key -> client.putObject(put(key, JPEG, digest).build(), RequestBody.fromBytes(full)));
  }

  @Override
  public void keepClip(Sha256 digest, Path spooled, byte[] sign) throws IOException {
    putUntilThere(
        digest,
        CLIP,
        sign,
        key ->
            client.putObject(
                put(key, VIDEO, digest).overrideConfiguration(patience.forClips()).build(),
                RequestBody.fromFile(spooled)));
  }

  private interface Put {
    void to(String key);
  }

  /**
   * Puts a photo's two files, the thumbnail first: where the photo is, its thumbnail is too. Who
   * deletes the photo at this moment either sees that it is young, or has its turn before ours, and
   * then the files are missing and put once more.
   */
  private void putUntilThere(Sha256 digest, String suffix, byte[] thumbnail, Put put)
      throws IOException {
    var whole = key(digest, suffix);
    var small = key(digest, PhotoSize.THUMBNAIL.suffix());
    for (int puts = 0; puts < PUTS_MAX; puts++) {
      asked(
          () -> {
            client.putObject(
                put(small, JPEG, Sha256.of(thumbnail)).build(), RequestBody.fromBytes(thumbnail));
            put.to(whole);
            return true;
          });
      turns.pass(digest);
      if (isThere(small) && isThere(whole)) {
        return;
      }
    }
    throw new StoreUnreachable(whole + " does not stay in the " + settings.place(), null);
  }

  private PutObjectRequest.Builder put(String key, String type, Sha256 content) {
    return PutObjectRequest.builder()
        .bucket(settings.bucket())
        .key(key)
        .contentType(type)
        .checksumSHA256(Base64.getEncoder().encodeToString(content.toBytes()));
  }

  /** A thumbnail is read at once, so that a slow visitor holds no connection to the store. */
  @Override
  public InputStream open(Sha256 digest, PhotoSize size) throws IOException {
    var wanted = get(key(digest, size.suffix())).build();
    return switch (size) {
      case THUMBNAIL ->
          new ByteArrayInputStream(
              asked(() -> client.getObject(wanted, ResponseTransformer.toBytes()))
                  .asByteArrayUnsafe());
      case FULL -> opened(wanted);
    };
  }

  @Override
  public Clip clip(Sha256 digest) throws IOException {
    var key = key(digest, CLIP);
    return new Film(key, head(key).contentLength());
  }

  /** A video in the bucket, of which only what is read is asked for. */
  private final class Film implements Clip {
    private final String key;
    private final long length;

    Film(String key, long length) {
      this.key = key;
      this.length = length;
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public InputStream from(long offset) throws IOException {
      return offset >= length
          ? InputStream.nullInputStream()
          : opened(get(key).range("bytes=" + offset + "-").build());
    }
  }

  private GetObjectRequest.Builder get(String key) {
    return GetObjectRequest.builder().bucket(settings.bucket()).key(key);
  }

  private InputStream opened(GetObjectRequest wanted) throws IOException {
    return new Abortable(asked(() -> client.getObject(wanted)));
  }

  /** Who stops reading does not wait for the rest of it. */
  private static final class Abortable extends FilterInputStream {
    private final ResponseInputStream<?> from;
    private boolean ended;

    Abortable(ResponseInputStream<?> from) {
      super(from);
      this.from = from;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      ended |= read < 0;
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
      int read = super.read(into, offset, most);
      ended |= read < 0;
      return read;
    }

    @Override
    public void close() throws IOException {
      if (ended) {
        from.close();
      } else {
        from.abort();
      }
    }
  }

  @Override
  public Set<Sha256> takenInBefore(Instant before, int shard) throws IOException {
    var folder = settings.prefix() + HexFormat.of().toHexDigits((byte) shard) + "/";
    return asked(
        () -> {
          var found = new HashSet<Sha256>();
          client
              .listObjectsV2Paginator(list -> list.bucket(settings.bucket()).prefix(folder))
              .contents()
              .forEach(
                  object -> {
                    if (object.lastModified().isBefore(before) && isOurs(object)) {
                      found.add(digest(object.key()));
                    }
                  });
          return found;
        });
  }

  /** What somebody else put into the bucket is let alone. */
  private boolean isOurs(S3Object object) {
    var name = NAME.matcher(object.key().substring(settings.prefix().length()));
    return name.matches();
  }

  private static Sha256 digest(String key) {
    var name = key.substring(key.lastIndexOf('/') + 1);
    return new Sha256(name.substring(0, name.indexOf('.')));
  }

  @Override
  public boolean discard(Sha256 digest, Instant before) throws IOException {
    return turns.alone(
        digest,
        () -> {
          boolean any = false;
          for (var suffix : List.of(PhotoSize.FULL.suffix(), CLIP, PhotoSize.THUMBNAIL.suffix())) {
            any |= discard(key(digest, suffix), before);
          }
          return any;
        });
  }

  private boolean discard(String key, Instant before) throws IOException {
    try {
      if (!head(key).lastModified().isBefore(before)) {
        return false;
      }
    } catch (NoSuchFileException e) {
      return false;
    }
    asked(() -> client.deleteObject(delete -> delete.bucket(settings.bucket()).key(key)));
    return true;
  }

  private boolean isThere(String key) throws IOException {
    try {
      head(key);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private HeadObjectResponse head(String key) throws IOException {
    return asked(() -> client.headObject(head -> head.bucket(settings.bucket()).key(key)));
  }

  private <T> T asked(Supplier<T> question) throws IOException {
    try {
      return question.get();
    } catch (AwsServiceException e) {
      if (e.statusCode() == NOT_FOUND && !S3Complaint.isNoSuchBucket(e)) {
        throw (IOException) new NoSuchFileException(settings.place()).initCause(e);
      }
      throw new StoreUnreachable(S3Complaint.of(settings, e), e);
    } catch (SdkException e) {
      throw new StoreUnreachable(S3Complaint.of(settings, e), e);
    }
  }

  private String key(Sha256 digest, String suffix) {
    return settings.prefix() + EvidenceStore.name(digest, suffix);
  }

  @Override
  public void close() {
    client.close();
  }
}
