package io.tukar.desk;

import io.tukar.web.Form;
import java.util.List;
import java.util.Map;

/**
 * A photo without a readable code, to be taken again.
 *
 * @param kept what goes with the code to its field, by name
 */
public record CameraModel(Form form, ScanField scan, Map<String, List<String>> kept) {}
