package io.tukar.desk;

import io.tukar.evidence.PhotoIntake;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * A label photographed by a phone, where the browser cannot read codes itself: its code goes to the
 * scan field it was meant for. The photo is not kept.
 */
@Controller
class CameraPage {

  private static final String TEMPLATE = "desk/camera";
  private static final String LABEL = "label";

  private final PhotoIntake intake;

  CameraPage(PhotoIntake intake) {
    this.intake = intake;
  }

  @Needs(May.LOOK)
  @PostMapping("/desk/station/camera")
  Reply read(
      Frame frame,
      @RequestParam MultiValueMap<String, String> fields,
      @RequestParam(name = "label", required = false) @Nullable MultipartFile photo)
      throws IOException {
    var form = Form.of(fields.toSingleValueMap());
    var scan =
        ScanField.named(form.value("scan"))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var kept = scan.kept(fields);
    return switch (code(photo)) {
      case Answer.Done<String>(var code) -> new Redirect(scan.path(kept) + with(scan, kept, code));
      case Answer.Refused<String>(var reasons) ->
          Page.refused(TEMPLATE, new CameraModel(form.with(atField(reasons)), scan, kept));
    };
  }

  private Answer<String> code(@Nullable MultipartFile photo) throws IOException {
    if (photo == null || photo.isEmpty()) {
      return Answer.refused(Refusal.of("photo-missing", LABEL));
    }
    try (var sent = photo.getInputStream()) {
      return intake.code(sent);
    }
  }

  private static List<Refusal> atField(List<Refusal> reasons) {
    return reasons.stream()
        .map(reason -> new Refusal(reason.code(), LABEL, reason.args()))
        .toList();
  }

  private static String with(ScanField scan, Map<String, ?> kept, String code) {
    return (kept.isEmpty() ? "?" : "&")
        + scan.field()
        + "="
        + URLEncoder.encode(code, StandardCharsets.UTF_8);
  }
}
