package io.tukar.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import io.tukar.evidence.FolderStore;
import io.tukar.evidence.PhotoIntake;
import io.tukar.evidence.PhotoSize;
import io.tukar.kernel.PhotoSlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPhotosTest {

  @TempDir private Path folder;

  @Test
  void theLabelOnAPhotoIsReadByAScanner() throws IOException, NotFoundException {
    var store = new FolderStore(folder);
    var photos = new DemoPhotos(new PhotoIntake(store));

    var photo = photos.of(PhotoSlot.LABEL, "ip-phone", "SRT14P2600107");

    try (var in = store.open(photo.digest(), PhotoSize.FULL)) {
      var image = ImageIO.read(in);
      var pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      var bitmap =
          new BinaryBitmap(
              new HybridBinarizer(
                  new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
      assertThat(new MultiFormatReader().decode(bitmap).getText()).isEqualTo("SRT14P2600107");
    }
  }

  @Test
  void everySlotHasAPictureOfItsOwnForEachKindOfGoods() throws IOException {
    var photos = new DemoPhotos(new PhotoIntake(new FolderStore(folder)));
    for (var slot : PhotoSlot.values()) {
      for (var category : new String[] {"ip-phone", "headset", "gateway"}) {
        var photo = photos.of(slot, category, "SERI-0001");
        assertThat(photos.of(slot, category, "SERI-0001")).isSameAs(photo);
      }
    }
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".thumb.jpg")))
          .hasSize(1 + (PhotoSlot.values().length - 1) * 3);
    }
  }
}
