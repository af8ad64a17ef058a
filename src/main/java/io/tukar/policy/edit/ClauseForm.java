package io.tukar.policy.edit;

import io.tukar.kernel.Words;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.file.WhenFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of clause as people fill it in. A new kind is one entry in {@link KindForms}, a new field
 * one line there.
 *
 * @param about what the kind is for, in a line
 * @param fields all of them in the order they are written, those every clause has among them
 */
public record ClauseForm(ClauseKind kind, Words label, Words about, List<FieldForm> fields) {

  static final int TEXT_CHARS_MAX = 2_000;
  private static final int ID_CHARS_MAX = 16;
  private static final int INSTANT_CHARS_MAX = 40;
  private static final Map<ClauseKind, ClauseForm> ALL =
      Arrays.stream(ClauseKind.values())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), KindForms::of));

  private static final List<FieldForm> HEAD =
      List.of(
          FieldForm.required(
              "effective-from",
              new Words("mulai berlaku", "effective date"),
              new Words(
                  "Tanggal seperti 2026-12-01, atau saat seperti 2026-12-01T08:00:00+07:00. Tidak"
                      + " boleh di masa lalu.",
                  "A date such as 2026-12-01, or an instant such as 2026-12-01T08:00:00+07:00. Not"
                      + " in the past."),
              new FieldForm.Line(INSTANT_CHARS_MAX)),
          FieldForm.required(
              "jurisdiction",
              new Words("hukum yang berlaku", "jurisdiction"),
              new Words(
                  "Batas bawah menurut hukum negara ini diperiksa.",
                  "The floors of this country’s law are checked."),
              new FieldForm.OneWord(FieldOptions.JURISDICTIONS)),
          FieldForm.required(
              "languages",
              new Words("bahasa", "languages"),
              new Words(
                  "Setiap teks harus ada dalam bahasa-bahasa ini.",
                  "Every text has to be there in these."),
              new FieldForm.ManyWords(FieldOptions.LANGUAGES)),
          FieldForm.optional(
              "time-zone",
              new Words("zona waktu", "time zone"),
              new Words(
                  "Hari dihitung menurut zona ini; WIB jika tidak dipilih.",
                  "Days are counted in it; Western Indonesia where none is chosen."),
              new FieldForm.OneWord(FieldOptions.ZONES)),
          FieldForm.required(
              "collective-leave",
              new Words("cuti bersama", "collective leave"),
              new Words(
                  "Apakah cuti bersama dihitung sebagai hari kerja.",
                  "Whether the days of collective leave count as working days."),
              new FieldForm.OneWord(FieldOptions.LEAVE)),
          FieldForm.optional(
              "readings",
              new Words("bacaan ganda", "two readings"),
              new Words(
                  "Jika prosedur dapat dibaca dengan dua cara.",
                  "Where the procedure can be read in two ways."),
              new FieldForm.OneWord(FieldOptions.READINGS)));

  public ClauseForm {
    fields = List.copyOf(fields);
  }

  /** The fields of the file's head that people change; id and version are given. */
  public static List<FieldForm> head() {
    return HEAD;
  }

  /** The form of a kind. */
  public static ClauseForm of(ClauseKind kind) {
    return Optional.ofNullable(ALL.get(kind)).orElseThrow();
  }

  /** The form of the kind with this word. */
  public static Optional<ClauseForm> of(String word) {
    return Optional.ofNullable(Vocabulary.KINDS.get(word)).map(ClauseForm::of);
  }

  /** A kind with its own fields between those that every clause has. */
  static ClauseForm with(ClauseKind kind, Words label, Words about, FieldForm... own) {
    var fields = new ArrayList<FieldForm>();
    fields.add(
        FieldForm.required(
            "id",
            new Words("nomor pasal", "clause number"),
            new Words(
                "Huruf besar, lalu huruf, angka, titik atau tanda hubung; seperti P2.",
                "A capital letter, then letters, digits, dots or hyphens; such as P2."),
            new FieldForm.Line(ID_CHARS_MAX)));
    fields.add(
        FieldForm.required(
            "severity",
            new Words("jika tidak terpenuhi", "where it fails"),
            new Words("Akibatnya bagi pengajuan.", "What follows for the request."),
            new FieldForm.OneWord(FieldOptions.severities(kind.severities()))));
    fields.add(
        FieldForm.optional(
            "tracks",
            new Words("berlaku untuk", "concerns"),
            new Words("Keduanya jika tidak dipilih.", "Both where none is chosen."),
            new FieldForm.ManyWords(FieldOptions.TRACKS)));
    fields.add(
        FieldForm.optional(
            "when",
            new Words("hanya jika", "only when"),
            new Words(
                "Syarat atas fakta, seperti item.category == \"ip-phone\". Selalu jika kosong.",
                "A condition on the facts, such as item.category == \"ip-phone\". Always where"
                    + " empty."),
            new FieldForm.Line(WhenFile.CHARS_MAX)));
    fields.addAll(List.of(own));
    fields.add(
        FieldForm.required(
            "source",
            new Words("kalimat asli", "source sentence"),
            new Words(
                "Kalimat prosedur toko yang menjadi dasarnya.",
                "The sentence of the shop’s procedure that it renders."),
            new FieldForm.Prose(TEXT_CHARS_MAX)));
    fields.add(
        FieldForm.required(
            "text",
            new Words("teks untuk pelanggan", "text for customers"),
            new Words("Dibaca pelanggan.", "Customers read it."),
            new FieldForm.TwoLanguages(TEXT_CHARS_MAX)));
    return new ClauseForm(kind, label, about, fields);
  }
}
