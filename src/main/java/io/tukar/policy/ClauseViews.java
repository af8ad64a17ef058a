package io.tukar.policy;

import io.tukar.calendar.DayUnit;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Language;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Words;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what each kind of clause goes by. */
final class ClauseViews {

  private ClauseViews() {}

  static ClauseView of(Clause clause) {
    return switch (clause) {
      case WindowClause window -> window(window);
      case ConditionClause condition -> condition(condition);
      case EvidenceClause evidence -> evidence(evidence);
      case LiabilityClause liability -> plain(clause, List.of(liability(liability)));
      case ExclusionClause exclusion -> plain(clause, List.of(exclusion(exclusion)));
      case FreightClause freight -> plain(clause, List.of(freight(freight)));
      case PackingClause packing -> plain(clause, packing(packing));
      case RetestClause _, StockClause _, DifferenceClause _, InformClause _ ->
          plain(clause, List.of());
    };
  }

  private static ClauseView window(WindowClause clause) {
    var period = clause.period();
    var figures =
        List.of(
            new Words(
                period.days() + " " + unit(period.unit()).id() + " sejak diterima.",
                period.days() + " " + unit(period.unit()).en() + " from receipt."),
            new Words(
                "Jika tanggal terima tidak diketahui, dihitung dari tanggal kirim ditambah "
                    + clause.dispatchBufferDays()
                    + " hari.",
                "Where the day of receipt is unknown, the count starts "
                    + clause.dispatchBufferDays()
                    + " days after dispatch."));
    var window = new ClauseView.Window(period.days(), period.unit());
    return view(clause, figures, Map.of(), Map.of(), Optional.of(window));
  }

  private static ClauseView condition(ConditionClause clause) {
    var traits = clause.requires().stream().map(one -> one.trait().words()).toList();
    var waived = new EnumMap<ReturnReason, List<Words>>(ReturnReason.class);
    clause
        .waived()
        .forEach(
            (reason, without) ->
                waived.put(reason, without.stream().sorted().map(Trait::words).toList()));
    var figures = List.of(sentence("Syarat: ", "Required: ", traits));
    return view(clause, figures, Map.of(), waived, Optional.empty());
  }

  private static ClauseView evidence(EvidenceClause clause) {
    var photos = new EnumMap<ReturnReason, List<PhotoSlot>>(ReturnReason.class);
    photos.putAll(clause.photos());
    return view(clause, List.of(), photos, Map.of(), Optional.empty());
  }

  private static Words liability(LiabilityClause clause) {
    return sentence("Tidak kami tanggung: ", "Not covered: ", causes(clause.notCovered()));
  }

  private static Words exclusion(ExclusionClause clause) {
    var names = clause.categories().stream().sorted().map(name -> new Words(name, name)).toList();
    return sentence("Kategori produk: ", "Product categories: ", names);
  }

  private static Words freight(FreightClause clause) {
    return sentence(
        "Kami menanggung ongkir bila penyebabnya: ",
        "We pay the shipping where the cause is: ",
        causes(clause.shopPays()));
  }

  private static List<Words> packing(PackingClause clause) {
    return List.of(
        new Words(
            "Dibeli dengan dus: " + clause.inBox().id(), "Sold in a box: " + clause.inBox().en()),
        new Words(
            "Dibeli tanpa dus: " + clause.withoutBox().id(),
            "Sold without a box: " + clause.withoutBox().en()));
  }

  private static List<Words> causes(Set<Fault> faults) {
    return faults.stream().sorted().map(FaultWords::of).toList();
  }

  private static Words sentence(String id, String en, Collection<Words> named) {
    return new Words(id + list(named, Language.ID), en + list(named, Language.EN));
  }

  private static String list(Collection<Words> named, Language language) {
    return named.stream()
        .map(words -> words.in(language))
        .collect(Collectors.joining(", ", "", named.isEmpty() ? "-." : "."));
  }

  private static Words unit(DayUnit unit) {
    return switch (unit) {
      case WORKING -> new Words("hari kerja", "working days");
      case CALENDAR -> new Words("hari kalender", "calendar days");
    };
  }

  private static ClauseView plain(Clause clause, List<Words> figures) {
    return view(clause, figures, Map.of(), Map.of(), Optional.empty());
  }

  private static ClauseView view(
      Clause clause,
      List<Words> figures,
      Map<ReturnReason, List<PhotoSlot>> photos,
      Map<ReturnReason, List<Words>> waived,
      Optional<ClauseView.Window> window) {
    var head = clause.head();
    return new ClauseView(
        head.id(),
        head.kind(),
        head.severity(),
        head.tracks(),
        head.text(),
        figures,
        photos,
        waived,
        window);
  }
}
