package io.tukar.desk.goods;

import io.tukar.evidence.Photo;
import io.tukar.kernel.PhotoSlot;
import io.tukar.stock.Product;
import io.tukar.stock.qc.QcStep;
import io.tukar.stock.qc.QcTest;
import io.tukar.web.Form;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unit's test at the step that is next, or at the one that is answered anew.
 *
 * @param step null once all steps are answered, or the test has ended
 * @param photos of the test, those of a step by its number
 * @param signedBy the name of who signed, or their reference where nobody has that name any more
 */
public record QcTestModel(
    QcTest test,
    Product product,
    @Nullable QcStep step,
    Form form,
    List<Photo> photos,
    String signedBy) {

  /** Where the steps are answered. */
  public String path() {
    return "/desk/station/qc/" + test.id();
  }

  /** The photos of this step. */
  public List<Photo> photos(QcStep of) {
    return photos.stream().filter(photo -> photo.caption().equals(QcCamera.of(of))).toList();
  }

  /** The photos of the seal. */
  public List<Photo> sealPhotos() {
    return photos.stream().filter(photo -> photo.caption().slot() == PhotoSlot.SEAL).toList();
  }

  /** The signed outcome; empty while the test is open. */
  public Optional<QcTest.Ending> ending() {
    return Optional.ofNullable(test.ending());
  }
}
