package io.tukar.portal.status;

import io.tukar.evidence.Album;
import io.tukar.evidence.Photo;
import io.tukar.evidence.PhotoSource;
import io.tukar.evidence.Photos;
import io.tukar.portal.PhotoDoor;
import io.tukar.rma.Note;
import io.tukar.rma.Notes;
import io.tukar.rma.RmaLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What inspection found, with the inspector's words and photos, as the customer sees it. */
@Component
class Findings {

  private final Notes notes;
  private final Photos photos;

  Findings(Notes notes, Photos photos) {
    this.notes = notes;
    this.photos = photos;
  }

  /** By line; a line that was not inspected yet, or waits for its second look, has none. */
  Map<Integer, StatusView.Finding> of(Held held) {
    var found = new HashMap<Integer, StatusView.Finding>();
    var inspected =
        held.rma().lines().stream()
            .filter(line -> line.verdict() != null && line.state().inspected())
            .toList();
    if (inspected.isEmpty()) {
      return found;
    }
    var written = notes.of(held.rma().id());
    var taken = photos.list(new Album.OfCase(held.rma().id()));
    for (var line : inspected) {
      found.put(
          line.lineNo(),
          new StatusView.Finding(
              "portal.finding." + line.verdict(),
              remark(line, written),
              taken.stream()
                  .filter(photo -> ofInspection(photo, line))
                  .map(photo -> PhotoDoor.view(held.path() + "/gambar/", photo, ""))
                  .toList()));
    }
    return found;
  }

  private static boolean ofInspection(Photo photo, RmaLine line) {
    return photo.caption().source() == PhotoSource.INSPECTOR
        && line.shares(photo.caption().lineNo());
  }

  /** The latest. */
  private static String remark(RmaLine line, List<Note> written) {
    return written.reversed().stream()
        .filter(note -> note.kind() == Note.Kind.INSPECTION)
        .filter(note -> note.lineNo() != null && note.lineNo() == line.lineNo())
        .map(Note::text)
        .findFirst()
        .orElse("");
  }
}
