package io.tukar.policy.edit;

import io.tukar.calendar.CollectiveLeave;
import io.tukar.calendar.DayUnit;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Language;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Symptom;
import io.tukar.kernel.Track;
import io.tukar.kernel.Words;
import io.tukar.policy.Jurisdiction;
import io.tukar.policy.Readings;
import io.tukar.policy.clause.RefundClause;
import io.tukar.policy.clause.Tender;
import io.tukar.policy.clause.Trait;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.decision.Severity;
import io.tukar.policy.edit.FieldForm.Option;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The words of a policy file as people read them, in the order they are offered. */
final class FieldOptions {

  static final List<Option> TRACKS =
      options(
          Track.values(),
          Vocabulary::word,
          track ->
              switch (track) {
                case SHOP_FAULT -> words("kesalahan toko", "the shop’s fault");
                case CUSTOMER_CHOICE -> words("pilihan pelanggan", "the customer’s choice");
              });

  static final List<Option> REASONS =
      options(ReturnReason.values(), Vocabulary::word, FieldOptions::reason);

  static final List<Option> PHOTOS =
      options(
          PhotoSlot.values(),
          Vocabulary::word,
          slot ->
              switch (slot) {
                case LABEL -> words("foto label nomor seri", "photo of the serial label");
                case UNIT -> words("foto unit", "photo of the unit");
                case FAULT -> words("foto kerusakan", "photo of the fault");
                case BOX -> words("foto dus", "photo of the box");
                case SEAL -> words("foto segel", "photo of the seal");
                case CONTENTS -> words("foto isi dus", "photo of the contents");
                case PACKAGING -> words("foto kemasan paket", "photo of the packaging");
              });

  static final List<Option> FAULTS =
      options(
          Fault.values(),
          Vocabulary::word,
          fault ->
              switch (fault) {
                case SHOP -> words("toko", "the shop");
                case CUSTOMER -> words("pelanggan", "the customer");
                case COURIER -> words("kurir", "the courier");
                case UNDETERMINED -> words("tidak dapat dipastikan", "nobody can tell");
              });

  static final List<Option> TRAITS = options(Trait.values(), Trait::word, Trait::words);

  static final List<Option> UNITS = options(DayUnit.values(), DayUnit::word, DayUnit::words);

  static final List<Option> LEAVE =
      options(
          CollectiveLeave.values(),
          CollectiveLeave::word,
          leave ->
              switch (leave) {
                case OFF -> words("libur", "days off");
                case WORKED -> words("tetap bekerja", "worked");
              });

  static final List<Option> WHEN_UNKNOWN =
      List.of(
          new Option("inspection", words("tunggu pengecekan barang", "wait for the inspection")),
          new Option("review", words("diputuskan petugas", "a person decides")));

  static final List<Option> SYMPTOMS =
      options(Symptom.values(), Vocabulary::word, FieldOptions::symptom);

  static final List<Option> CHANNELS =
      options(
          ContactChannel.values(),
          Vocabulary::word,
          channel ->
              switch (channel) {
                case PORTAL -> words("situs", "web site");
                case WHATSAPP -> words("WhatsApp", "WhatsApp");
                case EMAIL -> words("e-mail", "e-mail");
                case PHONE -> words("telepon", "telephone");
                case COUNTER -> words("konter", "counter");
              });

  static final List<Option> TENDERS = options(Tender.values(), Vocabulary::word, Tender::words);

  static final List<Option> GROUNDS =
      options(
          RefundClause.Ground.values(),
          Vocabulary::word,
          ground ->
              switch (ground) {
                case LAW -> words("alasan menurut undang-undang", "a ground given by law");
                case UNFULFILLABLE ->
                    words("penukaran tidak dapat dipenuhi", "an exchange that cannot be fulfilled");
              });

  static final List<Option> READINGS =
      options(
          Readings.values(),
          Vocabulary::word,
          readings ->
              switch (readings) {
                case FOLLOWED -> words("hanya yang diikuti", "only the one followed");
                case BOTH -> words("keduanya, untuk pemeriksaan", "both, for the check");
              });

  static final List<Option> JURISDICTIONS =
      options(
          Jurisdiction.values(),
          Jurisdiction::name,
          jurisdiction ->
              switch (jurisdiction) {
                case ID -> words("Indonesia", "Indonesia");
                case OTHER -> words("lainnya, tidak diperiksa", "another, not checked");
              });

  static final List<Option> LANGUAGES =
      options(
          Language.values(),
          Language::code,
          language ->
              switch (language) {
                case ID -> words("bahasa Indonesia", "Indonesian");
                case EN -> words("bahasa Inggris", "English");
              });

  static final List<Option> ZONES =
      List.of(
          new Option("Asia/Jakarta", words("WIB", "Western Indonesia")),
          new Option("Asia/Makassar", words("WITA", "Central Indonesia")),
          new Option("Asia/Jayapura", words("WIT", "Eastern Indonesia")));

  static final List<Option> YES_NO =
      List.of(new Option("true", words("ya", "yes")), new Option("false", words("tidak", "no")));

  private FieldOptions() {}

  /** These severities, by what follows where a clause fails. */
  static List<Option> severities(Set<Severity> allowed) {
    return options(
            Severity.values(),
            Vocabulary::word,
            severity ->
                switch (severity) {
                  case BLOCK -> words("ditolak", "declined");
                  case REVIEW -> words("diputuskan petugas", "a person decides");
                  case CHARGE -> words("menentukan biaya", "settles a cost");
                  case INFORM -> words("hanya memberi tahu", "only informs");
                })
        .stream()
        .filter(option -> allowed.contains(Vocabulary.SEVERITIES.get(option.word())))
        .toList();
  }

  private static Words symptom(Symptom symptom) {
    return switch (symptom) {
      case NO_POWER -> words("tidak menyala", "no power");
      case NO_REGISTRATION -> words("tidak registrasi", "no registration");
      case ONE_WAY_AUDIO -> words("suara satu arah", "one-way audio");
      case NO_DIAL_TONE -> words("tanpa nada panggil", "no dial tone");
      case POE_FAULT -> words("PoE bermasalah", "PoE fault");
      case PORT_DEAD -> words("port mati", "dead port");
      case HANDSET -> words("gagang", "handset");
      case DISPLAY -> words("layar", "display");
      case FIRMWARE -> words("firmware", "firmware");
      case OTHER -> words("lainnya", "other");
    };
  }

  private static Words reason(ReturnReason reason) {
    return switch (reason) {
      case DEAD_ON_ARRIVAL -> words("mati saat diterima", "dead on arrival");
      case MALFUNCTION -> words("tidak berfungsi baik", "malfunction");
      case DAMAGED_ON_ARRIVAL -> words("tiba rusak", "damaged on arrival");
      case WRONG_ITEM -> words("salah kirim", "wrong item");
      case INCOMPLETE -> words("tidak lengkap", "incomplete");
      case CHANGED_MIND -> words("berubah pikiran", "changed mind");
      case ORDERED_WRONG_MODEL -> words("salah pilih model", "ordered wrong model");
    };
  }

  private static <E> List<Option> options(
      E[] values, Function<E, String> word, Function<E, Words> label) {
    return Stream.of(values)
        .map(value -> new Option(word.apply(value), label.apply(value)))
        .toList();
  }

  private static Words words(String id, String en) {
    return new Words(id, en);
  }
}
