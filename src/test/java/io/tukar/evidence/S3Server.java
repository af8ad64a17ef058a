package io.tukar.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A real S3 server that the tests share: S3Proxy as a program of its own, over a folder. Maven puts
 * it into {@code target/s3} before it runs the tests.
 */
public final class S3Server {

  public static final String ACCESS_KEY = "tukar-tests";
  public static final String SECRET_KEY = "a-secret-of-tests";

  private static final Path PROGRAM = Path.of("target/s3/s3proxy.jar").toAbsolutePath();
  private static final Pattern LISTENING =
      Pattern.compile("Started .*ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}");

  private static final class Running {
    private static final S3Server SERVER = start();
  }

  private final Path folder;
  private final int port;

  private S3Server(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  public static S3Server running() {
    return Running.SERVER;
  }

  public int port() {
    return port;
  }

  /** Makes an empty bucket and gives its name. */
  public String bucket() throws IOException {
    var name = "photos-" + UUID.randomUUID();
    Files.createDirectory(folder.resolve(name));
    return name;
  }

  /** The file in which the server keeps what has this name. */
  Path file(String bucket, String name) {
    return folder.resolve(bucket).resolve(name);
  }

  /** Makes all that is in a bucket as old as that. */
  void age(String bucket, Instant to) throws IOException {
    try (var files = Files.walk(folder.resolve(bucket))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(to));
      }
    }
  }

  @SuppressWarnings("resource") // it runs until the tests have ended
  private static S3Server start() {
    if (!Files.exists(PROGRAM)) {
      throw new IllegalStateException(
          PROGRAM + " is missing; make it with: mvn dependency:copy@s3-server-for-tests");
    }
    try {
      var home = Files.createTempDirectory("tukar-s3");
      var folder = Files.createDirectory(home.resolve("buckets"));
      var settings = home.resolve("settings");
      Files.writeString(
          settings,
          """
          s3proxy.endpoint=http://127.0.0.1:0
          s3proxy.authorization=aws-v2-or-v4
          s3proxy.identity=%s
          s3proxy.credential=%s
          jclouds.provider=filesystem-nio2
          jclouds.identity=unused
          jclouds.credential=unused
          jclouds.filesystem.basedir=%s
          """
              .formatted(ACCESS_KEY, SECRET_KEY, folder));
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      var process =
          new ProcessBuilder(
                  java, "-Xmx128m", "-jar", PROGRAM.toString(), "--properties", settings.toString())
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    process.destroyForcibly();
                    deleted(home);
                  }));
      var said =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      return new S3Server(folder, port(said));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int port(BufferedReader said) throws IOException {
    var all = new StringBuilder();
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      var listening = LISTENING.matcher(line);
      if (listening.find()) {
        // What it says from now on is read, so that it is not held up, and dropped.
        Thread.ofVirtual().start(() -> said.lines().forEach(more -> {}));
        return Integer.parseInt(listening.group(1));
      }
    }
    throw new IllegalStateException("The S3 server did not start:\n" + all);
  }

  private static void deleted(Path home) {
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
