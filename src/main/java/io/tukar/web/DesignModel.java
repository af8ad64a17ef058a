package io.tukar.web;

import io.tukar.kernel.Language;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Words;
import io.tukar.web.ProofLine.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sample values for the page that shows every component. */
public record DesignModel(
    Form blank,
    Form wrong,
    List<Choice> reasons,
    List<Tab> queues,
    List<TimelineEntry> happened,
    List<TrackState> tracks,
    List<ProofLine> proof,
    List<PhotoSlotView> slots,
    Instant at) {

  private static final Instant AT = Instant.parse("2026-03-25T09:00:00Z");

  static DesignModel in(Language language) {
    var say = new Say(language);
    return new DesignModel(
        Form.of(Map.of("reason", "doa")),
        Form.of(Map.of("contact", "0812", "serial", "20EZ4KTH?"))
            .with(
                Refusal.of("contact-unreadable", "contact"),
                Refusal.of("choice-missing", "reason"),
                Refusal.of("other", "note")),
        List.of(
            new Choice(
                "doa",
                say.of("Mati saat diterima", "Dead on arrival"),
                say.of("Tidak menyala sejak pertama dicoba", "It never switched on")),
            Choice.of("wrong", say.of("Salah kirim", "Wrong item")),
            Choice.of("mind", say.of("Berubah pikiran", "Changed my mind"))),
        List.of(
            new Tab(say.of("Perlu ditinjau", "To review"), "#queues", 12, true),
            new Tab(say.of("Menunggu paket", "Awaiting parcel"), "#queues", 1340, false),
            new Tab(say.of("Lewat waktu", "Overdue"), "#queues", 0, false)),
        List.of(
            new TimelineEntry(
                AT, say.of("Pengajuan tercatat", "Request recorded"), "", Turn.CUSTOMER),
            new TimelineEntry(
                AT.plusSeconds(5400),
                say.of("Disetujui; satu unit disisihkan", "Approved; one unit held"),
                say.of("Layanan pelanggan", "Customer service"),
                Turn.SHOP),
            new TimelineEntry(
                AT.plusSeconds(90000), say.of("Dalam perjalanan", "On its way"), "", Turn.COURIER)),
        List.of(
            new TrackState(
                say.of("Kasus", "Case"),
                say.of("Menunggu kiriman Anda", "Waiting for your parcel"),
                say.of("paling lambat Jumat, 3 April 2026", "by Friday, 3 April 2026"),
                Turn.CUSTOMER),
            new TrackState(
                say.of("Barang", "Goods"),
                say.of("Unit pengganti disisihkan", "Replacement held"),
                "GXP2130",
                Turn.SHOP),
            new TrackState(
                say.of("Uang", "Money"),
                say.of("Tidak ada selisih", "Nothing due"),
                "",
                Turn.DONE)),
        List.of(
            new ProofLine(
                Mark.HOLDS,
                "P2",
                say.of("Masih dalam 7 hari kerja.", "Within 7 working days."),
                say.of(
                    "Diterima Jumat, 13 Maret 2026 + 7 hari kerja = Rabu, 25 Maret 2026",
                    "Received Friday, 13 March 2026 + 7 working days = Wednesday, 25 March 2026"),
                List.of()),
            new ProofLine(
                Mark.FAILS,
                "P4",
                say.of("Segel sudah terbuka.", "The seal is broken."),
                "",
                List.of()),
            new ProofLine(
                Mark.OPEN,
                "P10",
                say.of("Foto label belum ada.", "The photo of the label is missing."),
                "",
                List.of(
                    say.of(
                        "Bila foto yang kurang: semua foto dikirim, maka disetujui.",
                        "If the missing photos: all photos are sent, then approved.")))),
        List.of(
            slot("EMPTY", say.of("Label dengan nomor seri", "Label with the serial"), true, false),
            slot("WRONG", say.of("Kerusakan", "The fault"), true, true),
            new PhotoSlotView(
                "FILLED",
                say.of("Dus", "The box"),
                "",
                "",
                "/desk/design",
                List.of(new PhotoSlotView.Photo("#photos", SAMPLE_PHOTO, "/desk/design", "")),
                true,
                false,
                Optional.empty())),
        AT);
  }

  private static PhotoSlotView slot(String id, String label, boolean required, boolean wrong) {
    return new PhotoSlotView(
        id,
        label,
        label,
        "tukar.svg",
        "/desk/design",
        List.of(),
        required,
        false,
        wrong ? Optional.of(Refusal.of("photo-unreadable", id)) : Optional.empty());
  }

  private static final String SAMPLE_PHOTO =
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E"
          + "%3Cpath fill='%236b747d' d='M0 0h9v9H0z'/%3E%3C/svg%3E";

  private record Say(Language language) {
    String of(String id, String en) {
      return new Words(id, en).in(language);
    }
  }
}
