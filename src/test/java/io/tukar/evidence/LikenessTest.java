package io.tukar.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes two photos look alike. */
class LikenessTest {

  @TempDir Path folder;
  private PhotoIntake intake;

  @BeforeEach
  void open() throws IOException {
    intake = new PhotoIntake(new FolderStore(folder));
  }

  @Test
  void aCopyMadeSmallerInAnotherFormatLooksAlike() throws IOException {
    var original = drawn(1, 1600, 1200);
    var copy = PhotoDecoder.scaled(original, 500);
    int bits = taken(original, "jpeg").distance(taken(copy, "png"));
    assertThat(bits).isLessThanOrEqualTo(Likeness.ALIKE_BITS_MAX);
  }

  @Test
  void aBrighterCopyLooksAlike() throws IOException {
    var original = drawn(2, 800, 600);
    var brighter = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 600; y++) {
      for (int x = 0; x < 800; x++) {
        var c = new Color(original.getRGB(x, y));
        int r = Math.min(255, c.getRed() + 12);
        int g = Math.min(255, c.getGreen() + 12);
        brighter.setRGB(x, y, new Color(r, g, Math.min(255, c.getBlue() + 12)).getRGB());
      }
    }
    assertThat(taken(original, "jpeg").distance(taken(brighter, "jpeg")))
        .isLessThanOrEqualTo(Likeness.ALIKE_BITS_MAX);
  }

  @Test
  void ofFiftyDifferentPicturesNoTwoLookAlike() {
    var all = new ArrayList<Likeness>();
    for (int i = 0; i < 50; i++) {
      Likeness.of(drawn(i, 320, 240)).ifPresent(all::add);
    }
    assertThat(all).hasSizeGreaterThan(40);
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(all.get(i).distance(all.get(j))).isGreaterThan(Likeness.ALIKE_BITS_MAX);
      }
    }
  }

  @Test
  void aPlainPictureLooksLikeNothing() {
    assertThat(Likeness.of(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB))).isEmpty();
    assertThat(Likeness.of(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB))).isEmpty();
  }

  private Likeness taken(BufferedImage image, String format) throws IOException {
    var file = TestPhotos.encoded(image, format);
    return switch (intake.take(new ByteArrayInputStream(file))) {
      case Intake.Accepted(var photo) -> Objects.requireNonNull(photo.likeness());
      case Intake.Rejected(var refusal) -> throw new AssertionError(refusal);
    };
  }

  private static BufferedImage drawn(int seed, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    var random = new Random(seed);
    for (int i = 0; i < 120; i++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.fillRect(random.nextInt(width), random.nextInt(height), width / 4, height / 4);
    }
    graphics.dispose();
    return image;
  }
}
