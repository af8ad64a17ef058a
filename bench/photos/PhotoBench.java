import io.tukar.evidence.EvidenceStore;
import io.tukar.evidence.Intake;
import io.tukar.evidence.PhotoIntake;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * {@code draw FOLDER COUNT}: draws photos of 4000 by 3000 pixels, grainy as a phone's. {@code take
 * FOLDER STORE THREADS SECONDS COMMAND...}: takes them in over and over, in turn with a command that
 * makes both sizes of all of them, and prints photos per second.
 */
final class PhotoBench {

  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;
  private static final int TURNS = 3;

  private PhotoBench() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "draw" -> draw(Path.of(args[1]), Integer.parseInt(args[2]));
      case "take" ->
          take(
              Path.of(args[1]),
              Path.of(args[2]),
              Integer.parseInt(args[3]),
              Integer.parseInt(args[4]),
              List.of(args).subList(5, args.length));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void draw(Path folder, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      var image = picture(new Random(i));
      var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
      try (var out = ImageIO.createImageOutputStream(folder.resolve(i + ".jpg").toFile())) {
        writer.setOutput(out);
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.9f);
        writer.write(null, new IIOImage(image, null, null), param);
      } finally {
        writer.dispose();
      }
    }
  }

  private static BufferedImage picture(Random random) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    g.setPaint(new GradientPaint(0, 0, new Color(0xB8, 0x9A, 0x76), WIDTH, HEIGHT, Color.DARK_GRAY));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    for (int i = 0; i < 400; i++) {
      g.setColor(new Color(random.nextInt(1 << 24)));
      g.setStroke(new BasicStroke(1 + random.nextInt(30)));
      g.drawOval(random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(900), random.nextInt(900));
    }
    g.dispose();
    var pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      int grain = random.nextInt(17) - 8;
      pixels[i] =
          bounded((pixels[i] >> 16 & 255) + grain) << 16
              | bounded((pixels[i] >> 8 & 255) + grain) << 8
              | bounded((pixels[i] & 255) + grain);
    }
    return image;
  }

  private static int bounded(int value) {
    return Math.clamp(value, 0, 255);
  }

  private static void take(
      Path folder, Path kept, int threads, int seconds, List<String> command) throws Exception {
    var intake = new PhotoIntake(new EvidenceStore(kept));
    final Path[] files;
    try (var all = Files.list(folder)) {
      files = all.sorted().toArray(Path[]::new);
    }
    round(intake, files, threads, seconds);
    double ours = 0;
    double theirs = 0;
    var busy = Duration.ZERO;
    int photos = 0;
    // In turn, so that what else the machine does is shared.
    for (int turn = 0; turn < TURNS; turn++) {
      var before = processor();
      var rate = round(intake, files, threads, seconds);
      busy = busy.plus(processor().minus(before));
      photos += rate.photos();
      ours += rate.perSecond() / TURNS;
      theirs += round(command, files.length, seconds) / TURNS;
    }
    System.out.printf("photos_per_second: %.2f%n", ours);
    System.out.printf("photos_processor_ms: %.0f%n", busy.toMillis() / (double) photos);
    System.out.printf("photos_memory_peak_mib: %d%n", peakMebibytes());
    System.out.printf("vipsthumbnail_per_second: %.2f%n", theirs);
    System.out.printf("photos_ratio: %.2f%n", ours / theirs);
  }

  private record Rate(int photos, double perSecond) {}

  private static Duration processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  /** Runs the command, which does all files, over and over. */
  private static double round(List<String> command, int files, int seconds) throws Exception {
    long start = System.nanoTime();
    int done = 0;
    while (System.nanoTime() - start < seconds * 1_000_000_000L) {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("The other side failed");
      }
      done += files;
    }
    return done * 1e9 / (System.nanoTime() - start);
  }

  /** The most that was ever resident, as Linux counts it. */
  private static long peakMebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private static Rate round(PhotoIntake intake, Path[] files, int threads, int seconds)
      throws Exception {
    var next = new AtomicInteger();
    long start = System.nanoTime();
    long end = start + seconds * 1_000_000_000L;
    Callable<Integer> work =
        () -> {
          int taken = 0;
          while (System.nanoTime() < end) {
            try (var in = Files.newInputStream(files[next.getAndIncrement() % files.length])) {
              if (!(intake.take(in) instanceof Intake.Accepted)) {
                throw new IllegalStateException("A photo was refused");
              }
            }
            taken++;
          }
          return taken;
        };
    int taken = 0;
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (var one : pool.invokeAll(java.util.Collections.nCopies(threads, work))) {
        taken += one.get();
      }
    }
    return new Rate(taken, taken * 1e9 / (System.nanoTime() - start));
  }
}
