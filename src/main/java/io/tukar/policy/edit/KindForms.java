package io.tukar.policy.edit;

import static io.tukar.policy.edit.FieldForm.optional;
import static io.tukar.policy.edit.FieldForm.required;

import io.tukar.calendar.Deadline;
import io.tukar.kernel.Words;
import io.tukar.policy.clause.ContactClause;
import io.tukar.policy.clause.FeeClause;
import io.tukar.policy.clause.LimitClause;
import io.tukar.policy.clause.RefundClause;
import io.tukar.policy.clause.TimeLimit;
import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.edit.FieldForm.Line;
import io.tukar.policy.edit.FieldForm.ManyWords;
import io.tukar.policy.edit.FieldForm.ManyWordsByKey;
import io.tukar.policy.edit.FieldForm.NumberByOwnWord;
import io.tukar.policy.edit.FieldForm.OneWord;
import io.tukar.policy.edit.FieldForm.OwnWords;
import io.tukar.policy.edit.FieldForm.Pairs;
import io.tukar.policy.edit.FieldForm.Period;
import io.tukar.policy.edit.FieldForm.TwoLanguages;
import io.tukar.policy.edit.FieldForm.WholeNumber;
import io.tukar.policy.facts.ReturnFacts;

/** What each kind of clause asks for, beside what every clause has: the one description of it. */
final class KindForms {

  private static final int TIME_CHARS_MAX = 5;
  private static final Words DAYS = words("hari", "days");

  private KindForms() {}

  static ClauseForm of(ClauseKind kind) {
    return switch (kind) {
      case WINDOW ->
          ClauseForm.with(
              kind,
              words("batas waktu", "time limit"),
              words(
                  "Sampai kapan pelanggan dapat menghubungi toko.",
                  "Until when the customer can turn to the shop."),
              days(),
              unit(),
              cutOff(),
              optional(
                  "other-reading",
                  words("bacaan lain", "other reading"),
                  words(
                      "Bacaan kalimat aslinya yang tidak diikuti; ditunjukkan di samping.",
                      "The reading of the source that is not followed; shown beside."),
                  new Period(Deadline.DAYS_MAX, FieldOptions.UNITS)),
              buffer());
      case WARRANTY ->
          ClauseForm.with(
              kind,
              words("garansi tukar", "exchange warranty"),
              words(
                  "Batas waktu yang lebih panjang untuk gejala tertentu.",
                  "A longer time limit for certain symptoms."),
              days(),
              unit(),
              cutOff(),
              buffer(),
              optional(
                  "symptoms",
                  words("gejala", "symptoms"),
                  words("Semua gejala jika tidak dipilih.", "All where none is chosen."),
                  new ManyWords(FieldOptions.SYMPTOMS)));
      case CONDITION -> condition(kind);
      case RETEST ->
          ClauseForm.with(
              kind,
              words("uji ulang", "retest"),
              words(
                  "Tanpa kerusakan yang ditemukan, barang diuji ulang dan pelanggan dihubungi.",
                  "Where no fault is found, the goods are tested again and the customer is asked."));
      case LIABILITY ->
          ClauseForm.with(
              kind,
              words("tanggung jawab", "liability"),
              words("Penyebab yang tidak ditanggung toko.", "Causes the shop does not answer for."),
              required(
                  "not-covered",
                  words("tidak ditanggung", "not covered"),
                  words("Siapa penyebab kerusakannya.", "Who caused the damage."),
                  new ManyWords(FieldOptions.FAULTS)));
      case EXCLUSION -> exclusion(kind);
      case LIMIT -> limit(kind);
      case EVIDENCE ->
          ClauseForm.with(
              kind,
              words("foto yang diminta", "photos asked for"),
              words("Foto menurut alasan penukaran.", "Photos by the reason of the exchange."),
              required(
                  "photos",
                  words("foto", "photos"),
                  words("Untuk setiap alasan.", "For each reason."),
                  new ManyWordsByKey(
                      FieldOptions.REASONS,
                      FieldOptions.PHOTOS,
                      words("{0} sekarang diminta untuk {1}", "{0} now asked for {1}"),
                      words("{0} tidak lagi diminta untuk {1}", "{0} no longer asked for {1}"))));
      case STOCK ->
          ClauseForm.with(
              kind,
              words("stok pengganti", "stock"),
              words("Apakah penggantinya tersedia.", "Whether the replacement is there."));
      case DIFFERENCE ->
          ClauseForm.with(
              kind,
              words("selisih harga", "price difference"),
              words("Harga lama terhadap harga baru.", "The old price against the new."),
              optional(
                  "tender",
                  words("cara membayar", "ways to pay"),
                  words("Transfer bank jika tidak dipilih.", "Bank transfer where none is chosen."),
                  new ManyWords(FieldOptions.TENDERS)));
      case FEE -> fee(kind);
      case FREIGHT ->
          ClauseForm.with(
              kind,
              words("ongkir", "shipping cost"),
              words("Siapa yang menanggung ongkir.", "Who pays the shipping."),
              required(
                  "shop-pays",
                  words("toko menanggung jika penyebabnya", "the shop pays where the cause is"),
                  words("Selain itu, pelanggan.", "Otherwise the customer does."),
                  new ManyWords(FieldOptions.FAULTS)));
      case PACKING ->
          ClauseForm.with(
              kind,
              words("cara mengemas", "packing"),
              words("Bagaimana barang dikemas.", "How to pack the goods."),
              required(
                  "in-box",
                  words("jika ada dus produk", "with a product box"),
                  words("Dibaca pelanggan.", "Customers read it."),
                  new TwoLanguages(ClauseForm.TEXT_CHARS_MAX)),
              required(
                  "without-box",
                  words("tanpa dus produk", "without a product box"),
                  words("Dibaca pelanggan.", "Customers read it."),
                  new TwoLanguages(ClauseForm.TEXT_CHARS_MAX)));
      case CONTACT -> contact(kind);
      case REFUND ->
          ClauseForm.with(
              kind,
              words("pengembalian uang", "refund"),
              words(
                  "Kapan uang tetap dikembalikan, sebagai pengecualian.",
                  "When money goes back after all, as an exception."),
              required(
                  "grounds",
                  words("alasan", "grounds"),
                  words("Hanya karena alasan ini.", "For these alone."),
                  new ManyWords(FieldOptions.GROUNDS)),
              required(
                  "approvals",
                  words("persetujuan", "approvals"),
                  words("Berapa orang yang harus menyetujui.", "How many people have to approve."),
                  new WholeNumber(
                      RefundClause.APPROVALS_MIN,
                      RefundClause.APPROVALS_MAX,
                      words("orang", "people"))));
      case INFORM ->
          ClauseForm.with(
              kind,
              words("pemberitahuan", "information"),
              words("Yang perlu diketahui pelanggan.", "What the customer should know."));
    };
  }

  private static ClauseForm condition(ClauseKind kind) {
    return ClauseForm.with(
        kind,
        words("keadaan barang", "condition of the goods"),
        words("Bagaimana keadaan barang seharusnya.", "How the goods must be."),
        required(
            "requires",
            words("syarat", "requirements"),
            words(
                "Apa yang dilakukan selama belum diketahui.",
                "What happens while it is not known."),
            new Pairs(
                "trait",
                FieldOptions.TRAITS,
                "unknown",
                FieldOptions.WHEN_UNKNOWN,
                words("jika belum diketahui", "while not known"))),
        optional(
            "permits-without",
            words("boleh tanpa", "permits without"),
            words(
                "Keadaan yang dengan tegas tidak disyaratkan.", "What is expressly not required."),
            new ManyWords(FieldOptions.TRAITS)),
        optional(
            "waived",
            words("dikecualikan", "waived"),
            words(
                "Syarat yang tidak berlaku untuk suatu alasan.",
                "Requirements that make no sense for a reason."),
            new ManyWordsByKey(
                FieldOptions.REASONS,
                FieldOptions.TRAITS,
                words("{0} tidak lagi disyaratkan untuk {1}", "{0} now waived for {1}"),
                words("{0} kembali disyaratkan untuk {1}", "{0} no longer waived for {1}"))),
        optional(
            "other-reading",
            words("bacaan lain", "other reading"),
            words(
                "Bacaan kalimat aslinya yang tidak diikuti: untuk siapa syaratnya berlaku.",
                "The reading of the source that is not followed: whom it would concern."),
            new ManyWords(FieldOptions.TRACKS)));
  }

  private static ClauseForm exclusion(ClauseKind kind) {
    return ClauseForm.with(
        kind,
        words("pengecualian barang", "excluded goods"),
        words(
            "Barang yang tidak ditukar, menurut kategori atau kode.",
            "Goods that are not exchanged, by category or code."),
        optional(
            "categories",
            words("kategori", "categories"),
            words(
                "Kata dari katalog, dipisahkan koma.",
                "The catalogue’s words, with commas between them."),
            new OwnWords()),
        optional(
            "products",
            words("produk", "products"),
            words("Kode SKU, dipisahkan koma.", "SKUs, with commas between them."),
            new OwnWords()),
        optional(
            "activated",
            words("hanya yang sudah diaktifkan", "only activated ones"),
            words(
                "Untuk lisensi dan layanan: hanya setelah diaktifkan.",
                "For licences and services: only once switched on."),
            new OneWord(FieldOptions.YES_NO)));
  }

  private static ClauseForm limit(ClauseKind kind) {
    return ClauseForm.with(
        kind,
        words("batas jumlah", "quantity and frequency"),
        words(
            "Berapa unit, atau berapa kali dalam sejumlah hari.",
            "How many units, or how often within some days."),
        optional(
            "units-max",
            words("unit paling banyak", "most units"),
            words("Dalam satu pengajuan.", "In one request."),
            new WholeNumber(1, ReturnFacts.QUANTITY_MAX, words("unit", "units"))),
        optional(
            "exchanges-max",
            words("penukaran paling banyak", "most exchanges"),
            words("Bersama jumlah hari di bawah.", "Together with the days below."),
            new WholeNumber(1, LimitClause.Frequency.EXCHANGES_MAX, words("kali", "times"))),
        optional(
            "within-days",
            words("dalam", "within"),
            words("Dihitung mundur dari kontak pertama.", "Counted back from the first contact."),
            new WholeNumber(1, LimitClause.Frequency.WITHIN_DAYS_MAX, DAYS)));
  }

  private static ClauseForm fee(ClauseKind kind) {
    return ClauseForm.with(
        kind,
        words("biaya", "fee"),
        words(
            "Biaya penukaran di luar selisih harga dan ongkir: jumlah atau persen.",
            "What an exchange costs beside: an amount or a percent."),
        optional(
            "amount",
            words("jumlah", "amount"),
            words("Dalam rupiah, tanpa titik.", "In rupiah, digits alone."),
            new WholeNumber(1, FeeClause.Rate.Fixed.RUPIAH_MAX, words("rupiah", "rupiah"))),
        optional(
            "percent",
            words("persen", "percent"),
            words("Dari harga yang dibayar.", "Of the price paid."),
            new WholeNumber(1, FeeClause.Rate.Percent.PERCENT_MAX, words("persen", "percent"))),
        optional(
            "waived-for",
            words("tidak dipungut jika penyebabnya", "waived where the cause is"),
            words("Siapa penyebabnya.", "Who caused it."),
            new ManyWords(FieldOptions.FAULTS)));
  }

  private static ClauseForm contact(ClauseKind kind) {
    return ClauseForm.with(
        kind,
        words("hubungi dulu", "contact first"),
        words("Di mana dan kapan toko menjawab.", "Where and when the shop answers."),
        required(
            "channels",
            words("cara menghubungi", "channels"),
            words("Lewat mana pelanggan bertanya.", "How customers ask."),
            new ManyWords(FieldOptions.CHANNELS)),
        required(
            "opens",
            words("buka", "opens"),
            words("Seperti 09:00.", "Such as 09:00."),
            new Line(TIME_CHARS_MAX)),
        required(
            "closes",
            words("tutup", "closes"),
            words("Seperti 17:00.", "Such as 17:00."),
            new Line(TIME_CHARS_MAX)),
        required(
            "answer-hours",
            words("dijawab dalam", "answers within"),
            words("Dihitung dalam jam layanan.", "Counted in service hours."),
            new WholeNumber(1, ContactClause.ANSWER_HOURS_MAX, words("jam", "hours"))));
  }

  private static FieldForm days() {
    return required(
        "days",
        words("jumlah hari", "days"),
        words("Hari ke-1 adalah hari setelah diterima.", "Day 1 is the day after receipt."),
        new WholeNumber(1, Deadline.DAYS_MAX, DAYS));
  }

  private static FieldForm unit() {
    return required(
        "unit",
        words("satuan hari", "kind of days"),
        words(
            "Hari kerja tidak menghitung akhir pekan dan hari libur.",
            "Working days leave out weekends and holidays."),
        new OneWord(FieldOptions.UNITS));
  }

  private static FieldForm cutOff() {
    return optional(
        "cut-off",
        words("batas jam", "cut-off hour"),
        words(
            "Pada hari terakhir, seperti 17:00; sampai tengah malam jika kosong.",
            "On the last day, such as 17:00; until midnight where empty."),
        new Line(TIME_CHARS_MAX));
  }

  private static FieldForm buffer() {
    return required(
        "dispatch-buffer",
        words("perkiraan hari pengiriman", "days allowed for delivery"),
        words(
            "Ditambahkan pada tanggal kirim jika tanggal terima tidak diketahui. Satu baris untuk"
                + " setiap kurir, seperti jne: 3; default untuk yang lain.",
            "Added to the day of dispatch where the day of receipt is not known. A line for each"
                + " courier, such as jne: 3; default for all others."),
        new NumberByOwnWord("default", 0, TimeLimit.Buffer.DAYS_MAX, DAYS));
  }

  private static Words words(String id, String en) {
    return new Words(id, en);
  }
}
