package io.tukar.policy;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Language;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Words;
import io.tukar.policy.clause.Amount;
import io.tukar.policy.clause.Clause;
import io.tukar.policy.clause.ConditionClause;
import io.tukar.policy.clause.ContactClause;
import io.tukar.policy.clause.DifferenceClause;
import io.tukar.policy.clause.EvidenceClause;
import io.tukar.policy.clause.ExclusionClause;
import io.tukar.policy.clause.FaultWords;
import io.tukar.policy.clause.FeeClause;
import io.tukar.policy.clause.FreightClause;
import io.tukar.policy.clause.InformClause;
import io.tukar.policy.clause.LiabilityClause;
import io.tukar.policy.clause.LimitClause;
import io.tukar.policy.clause.PackingClause;
import io.tukar.policy.clause.RefundClause;
import io.tukar.policy.clause.RetestClause;
import io.tukar.policy.clause.StockClause;
import io.tukar.policy.clause.TimeLimit;
import io.tukar.policy.clause.Trait;
import io.tukar.policy.clause.WarrantyClause;
import io.tukar.policy.clause.WindowClause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what each kind of clause goes by. */
final class ClauseViews {

  private ClauseViews() {}

  static ClauseView of(Clause clause) {
    return switch (clause) {
      case WindowClause window -> time(window, window.limit(), List.of());
      case WarrantyClause warranty ->
          time(
              warranty,
              warranty.limit(),
              List.of(
                  new Words(
                      "Untuk gejala: " + warranty.named().id() + ".",
                      "For these symptoms: " + warranty.named().en() + ".")));
      case ConditionClause condition -> condition(condition);
      case EvidenceClause evidence -> evidence(evidence);
      case LiabilityClause liability -> plain(clause, List.of(liability(liability)));
      case ExclusionClause exclusion -> plain(clause, List.of(exclusion(exclusion)));
      case FreightClause freight -> plain(clause, List.of(freight(freight)));
      case PackingClause packing -> plain(clause, packing(packing));
      case LimitClause limit -> plain(clause, limit(limit));
      case FeeClause fee -> plain(clause, fee(fee));
      case ContactClause contact -> plain(clause, contact(contact));
      case RefundClause refund -> plain(clause, List.of(refund.explanation()));
      case DifferenceClause prices ->
          plain(
              clause,
              List.of(
                  new Words(
                      "Selisih dibayar " + prices.means().id() + ".",
                      "The difference is paid " + prices.means().en() + ".")));
      case RetestClause _, StockClause _, InformClause _ -> plain(clause, List.of());
    };
  }

  private static ClauseView time(Clause clause, TimeLimit limit, List<Words> scope) {
    var period = limit.period();
    var figures = new ArrayList<>(scope);
    figures.add(
        new Words(
            period.days() + " " + period.unit().words().id() + " sejak diterima.",
            period.days() + " " + period.unit().words().en() + " from receipt."));
    limit
        .cutOff()
        .ifPresent(
            time ->
                figures.add(
                    new Words(
                        "Hari terakhir sampai pukul " + time.toString().replace(':', '.') + ".",
                        "On the last day before " + time + ".")));
    figures.add(
        new Words(
            "Jika tanggal terima tidak diketahui, dihitung dari tanggal kirim ditambah "
                + limit.buffer().days()
                + " hari.",
            "Where the day of receipt is unknown, the count starts "
                + limit.buffer().days()
                + " days after dispatch."));
    limit.buffer().byCourier().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            courier ->
                figures.add(
                    new Words(
                        "Kurir " + courier.getKey() + ": " + courier.getValue() + " hari.",
                        "By " + courier.getKey() + ": " + courier.getValue() + " days.")));
    var window = new ClauseView.Window(period.days(), period.unit());
    return view(clause, figures, Map.of(), Map.of(), Optional.of(window));
  }

  private static List<Words> limit(LimitClause clause) {
    var figures = new ArrayList<Words>();
    clause
        .units()
        .ifPresent(
            most ->
                figures.add(
                    new Words(
                        "Paling banyak " + most + " unit sekaligus.",
                        "At most " + most + " units at once.")));
    clause
        .frequency()
        .ifPresent(
            most ->
                figures.add(
                    new Words(
                        "Paling banyak "
                            + most.exchanges()
                            + " penukaran dalam "
                            + most.withinDays()
                            + " hari.",
                        "At most "
                            + most.exchanges()
                            + " exchanges within "
                            + most.withinDays()
                            + " days.")));
    return figures;
  }

  private static List<Words> fee(FeeClause clause) {
    var figures = new ArrayList<Words>();
    figures.add(
        switch (clause.rate()) {
          case FeeClause.Rate.Fixed(var minor) -> {
            var sum = Amount.inWords(Money.rupiah(minor));
            yield new Words("Biaya penanganan " + sum + ".", "A fee of " + sum + ".");
          }
          case FeeClause.Rate.Percent(var percent) ->
              new Words(
                  "Biaya penanganan " + percent + "% dari harga yang dibayar.",
                  "A fee of " + percent + "% of the price paid.");
        });
    if (!clause.waivedFor().isEmpty()) {
      figures.add(
          sentence(
              "Gratis bila penyebabnya: ",
              "Free where the cause is: ",
              causes(clause.waivedFor())));
    }
    return figures;
  }

  private static List<Words> contact(ContactClause clause) {
    var hours = clause.hours(WorkingCalendar.indonesia()).inWords();
    return List.of(
        new Words(hours.id() + ".", hours.en() + "."),
        new Words(
            "Dijawab dalam " + clause.answerHours() + " jam layanan.",
            "Answered within " + clause.answerHours() + " service hours."));
  }

  private static ClauseView condition(ConditionClause clause) {
    var traits = clause.requires().stream().map(one -> one.trait().words()).toList();
    var waived = new EnumMap<ReturnReason, List<Words>>(ReturnReason.class);
    clause
        .waived()
        .forEach(
            (reason, without) ->
                waived.put(reason, without.stream().sorted().map(Trait::words).toList()));
    var figures = new ArrayList<Words>();
    figures.add(sentence("Syarat: ", "Required: ", traits));
    if (!clause.permitsWithout().isEmpty()) {
      var permitted = clause.permitsWithout().stream().sorted().map(Trait::words).toList();
      figures.add(sentence("Tidak disyaratkan: ", "Not required: ", permitted));
    }
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
    var names =
        Stream.concat(
                clause.categories().stream().sorted(),
                clause.products().stream().map(Sku::value).sorted())
            .map(name -> new Words(name, name))
            .toList();
    return clause.onlyActivated()
        ? sentence("Bila sudah diaktifkan: ", "Once activated: ", names)
        : sentence("Kategori atau produk: ", "Categories or products: ", names);
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
    if (!head.when().always()) {
      var when = head.when().text();
      figures = new ArrayList<>(figures);
      figures.addFirst(new Words("Hanya bila: " + when, "Only where: " + when));
    }
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
