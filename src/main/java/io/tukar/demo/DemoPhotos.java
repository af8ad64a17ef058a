package io.tukar.demo;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import io.tukar.evidence.Intake;
import io.tukar.evidence.PhotoIntake;
import io.tukar.evidence.StoredPhoto;
import io.tukar.kernel.PhotoSlot;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Drawn pictures of goods, taken in as any customer's photo is. A label shows its serial as a
 * barcode that a scanner reads; no font is needed, which a bare server may not have.
 */
final class DemoPhotos {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int GRAINS = 3000;

  /** Goods are drawn on a sheet of 960 by 720. */
  private static final double OF_SHEET = WIDTH / 960.0;

  private static final Color TABLE_NEAR = new Color(0xB8, 0x9A, 0x76);
  private static final Color TABLE_FAR = new Color(0x8A, 0x70, 0x52);
  private static final Color CARDBOARD = new Color(0xC9, 0xA2, 0x6B);
  private static final Color CARDBOARD_DARK = new Color(0x9E, 0x7B, 0x4B);
  private static final Color BODY = new Color(0x2B, 0x2F, 0x36);
  private static final Color BODY_LIGHT = new Color(0x4A, 0x50, 0x5A);
  private static final Color SCREEN_OFF = new Color(0x0D, 0x11, 0x14);
  private static final Color SCREEN_ON = new Color(0x7F, 0xC8, 0xD8);
  private static final Color FAULT = new Color(0xC6, 0x2F, 0x2F);
  private static final Color SEAL = new Color(0xE8, 0xC3, 0x2E);

  private final PhotoIntake intake;
  private final Map<String, StoredPhoto> taken = new HashMap<>();

  DemoPhotos(PhotoIntake intake) {
    this.intake = intake;
  }

  /** A photo of this kind of goods, or of this unit's label. */
  StoredPhoto of(PhotoSlot slot, String category, String serial) throws IOException {
    var key = slot + (slot == PhotoSlot.LABEL ? serial : category);
    var known = taken.get(key);
    if (known == null) {
      known = take(picture(slot, category, serial));
      taken.put(key, known);
    }
    return known;
  }

  private StoredPhoto take(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return switch (intake.take(new ByteArrayInputStream(bytes.toByteArray()))) {
      case Intake.Accepted(var photo) -> photo.unlike();
      case Intake.Rejected(var refusal) ->
          throw new IllegalStateException("A drawn photo was not taken: " + refusal.code());
    };
  }

  private static BufferedImage picture(PhotoSlot slot, String category, String serial) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      var random = new Random((slot + category + serial).hashCode());
      g.setPaint(new GradientPaint(0, 0, TABLE_FAR, 0, HEIGHT, TABLE_NEAR));
      g.fillRect(0, 0, WIDTH, HEIGHT);
      var straight = g.getTransform();
      if (slot != PhotoSlot.LABEL) {
        g.rotate((random.nextDouble() - 0.5) / 8, WIDTH / 2.0, HEIGHT / 2.0);
        g.scale(OF_SHEET, OF_SHEET);
      }
      switch (slot) {
        case LABEL -> label(g, serial);
        case UNIT -> goods(g, category, SCREEN_ON);
        case FAULT -> fault(g, category);
        case BOX -> box(g, CARDBOARD, CARDBOARD_DARK);
        case SEAL -> seal(g);
        case CONTENTS -> contents(g);
        case PACKAGING -> packaging(g, random);
      }
      g.setTransform(straight);
      grain(g, random);
      return image;
    } finally {
      g.dispose();
    }
  }

  private static void label(Graphics2D g, String serial) {
    goodsBody(g, 40, 40, 560, 400);
    g.setColor(Color.WHITE);
    g.fill(new RoundRectangle2D.Double(80, 80, 480, 320, 12, 12));
    try {
      bits(g, new Code128Writer().encode(serial, BarcodeFormat.CODE_128, 440, 1), 100, 105, 1, 110);
      bits(g, new QRCodeWriter().encode(serial, BarcodeFormat.QR_CODE, 29, 29), 410, 245, 4, 4);
    } catch (WriterException e) {
      throw new IllegalStateException("A serial that makes no barcode", e);
    }
    g.setColor(Color.DARK_GRAY);
    for (var line = 0; line < 4; line++) {
      g.fillRect(110, 255 + line * 30, 260 - line * 40, 10);
    }
  }

  private static void bits(Graphics2D g, BitMatrix bits, int left, int top, int width, int height) {
    g.setColor(Color.BLACK);
    for (var y = 0; y < bits.getHeight(); y++) {
      for (var x = 0; x < bits.getWidth(); x++) {
        if (bits.get(x, y)) {
          g.fillRect(left + x * width, top + y * height, width, height);
        }
      }
    }
  }

  private static void goods(Graphics2D g, String category, Color light) {
    switch (category) {
      case "ip-phone" -> phone(g, light);
      case "headset" -> headset(g);
      default -> appliance(g, light);
    }
  }

  private static void goodsBody(Graphics2D g, int x, int y, int width, int height) {
    g.setColor(new Color(0, 0, 0, 60));
    g.fill(new RoundRectangle2D.Double(x + 14.0, y + 18.0, width, height, 40, 40));
    g.setPaint(new GradientPaint(x, y, BODY_LIGHT, x, y + (float) height, BODY));
    g.fill(new RoundRectangle2D.Double(x, y, width, height, 40, 40));
  }

  private static void phone(Graphics2D g, Color light) {
    goodsBody(g, 200, 120, 560, 470);
    g.setColor(light);
    g.fill(new RoundRectangle2D.Double(420, 160, 300, 150, 12, 12));
    g.setColor(BODY.darker());
    g.fill(new RoundRectangle2D.Double(230, 150, 130, 410, 60, 60));
    g.setColor(new Color(0xD5, 0xD8, 0xDC));
    for (var key = 0; key < 12; key++) {
      g.fill(new RoundRectangle2D.Double(440 + key % 3 * 92, 345 + key / 3 * 55, 70, 38, 10, 10));
    }
  }

  private static void headset(Graphics2D g) {
    g.setStroke(new BasicStroke(26));
    g.setColor(BODY);
    g.draw(new java.awt.geom.Arc2D.Double(280, 130, 400, 420, 0, 180, java.awt.geom.Arc2D.OPEN));
    g.fill(new Ellipse2D.Double(230, 310, 130, 180));
    g.fill(new Ellipse2D.Double(600, 310, 130, 180));
    g.setStroke(new BasicStroke(12));
    g.draw(new Line2D.Double(300, 470, 430, 580));
  }

  private static void appliance(Graphics2D g, Color light) {
    goodsBody(g, 130, 250, 700, 230);
    for (var port = 0; port < 8; port++) {
      g.setColor(SCREEN_OFF);
      g.fillRect(180 + port * 62, 350, 48, 60);
      g.setColor(port % 3 == 0 ? light : BODY_LIGHT);
      g.fillOval(196 + port * 62, 320, 14, 14);
    }
    g.setColor(light);
    g.fillOval(740, 300, 24, 24);
  }

  private static void fault(Graphics2D g, String category) {
    goods(g, category, SCREEN_OFF);
    g.setColor(FAULT);
    g.setStroke(new BasicStroke(10));
    g.draw(new Ellipse2D.Double(390, 130, 360, 220));
  }

  private static void box(Graphics2D g, Color front, Color side) {
    g.setColor(side);
    g.fill(new java.awt.Polygon(new int[] {700, 830, 830, 700}, new int[] {200, 130, 470, 580}, 4));
    g.setColor(front.brighter());
    g.fill(new java.awt.Polygon(new int[] {180, 310, 830, 700}, new int[] {200, 130, 130, 200}, 4));
    g.setColor(front);
    g.fillRect(180, 200, 520, 380);
    g.setColor(side);
    g.setStroke(new BasicStroke(4));
    g.drawRect(240, 270, 240, 160);
  }

  private static void seal(Graphics2D g) {
    box(g, CARDBOARD, CARDBOARD_DARK);
    var tilted = g.getTransform();
    g.transform(AffineTransform.getRotateInstance(-0.08, 440, 210));
    g.setColor(SEAL);
    g.fill(new RoundRectangle2D.Double(330, 150, 220, 120, 20, 20));
    g.setColor(SEAL.darker());
    g.setStroke(new BasicStroke(5));
    g.draw(new RoundRectangle2D.Double(345, 165, 190, 90, 14, 14));
    g.setTransform(tilted);
  }

  private static void contents(Graphics2D g) {
    goodsBody(g, 90, 110, 380, 300);
    g.setColor(BODY);
    g.fill(new RoundRectangle2D.Double(540, 120, 120, 300, 60, 60));
    g.setStroke(new BasicStroke(10));
    g.setColor(new Color(0x30, 0x60, 0xA0));
    g.draw(new Ellipse2D.Double(720, 160, 150, 150));
    g.setColor(BODY_LIGHT);
    g.fillRect(180, 490, 130, 110);
    g.setColor(Color.WHITE);
    g.fillRect(430, 480, 220, 160);
  }

  private static void packaging(Graphics2D g, Random random) {
    box(g, CARDBOARD, CARDBOARD_DARK);
    g.setColor(new Color(255, 255, 255, 90));
    for (var bubble = 0; bubble < 160; bubble++) {
      g.fill(new Ellipse2D.Double(190 + random.nextInt(490), 210 + random.nextInt(350), 22, 22));
    }
    g.setColor(CARDBOARD_DARK.darker());
    g.fill(new java.awt.Polygon(new int[] {600, 700, 700}, new int[] {580, 470, 580}, 3));
  }

  private static void grain(Graphics2D g, Random random) {
    for (var i = 0; i < GRAINS; i++) {
      g.setColor(new Color(0, 0, 0, random.nextInt(28)));
      g.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 2, 2);
    }
  }
}
