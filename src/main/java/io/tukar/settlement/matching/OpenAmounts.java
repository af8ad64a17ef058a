package io.tukar.settlement.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is open, to be found by amount, number, customer and name without a look at the rest. */
final class OpenAmounts {

  /** An amount or a word that more cases share tells none of them. */
  static final int TELLING_MAX = 50;

  private final Map<Long, List<OpenAmount>> byAsked = new HashMap<>();
  private final TreeMap<Long, List<OpenAmount>> byOwed = new TreeMap<>();
  private final Map<String, OpenAmount> byNumber = new HashMap<>();
  private final Map<Long, List<OpenAmount>> byCustomer = new HashMap<>();
  private final Map<String, List<OpenAmount>> byNameWord = new HashMap<>();
  private final Map<String, Set<String>> nameWords = new HashMap<>();

  OpenAmounts(Collection<OpenAmount> all) {
    for (var open : all) {
      if (open.isCoded()) {
        put(byAsked, open.asked().minor(), open);
      }
      put(byOwed, open.owed().minor(), open);
      put(byCustomer, open.customer(), open);
      var number = open.number();
      if (number != null) {
        byNumber.put(Remark.digits(number.value()), open);
      }
      for (var word : nameWords.computeIfAbsent(open.customerName(), Remark::nameWords)) {
        put(byNameWord, word, open);
      }
    }
  }

  private static <K> void put(Map<K, List<OpenAmount>> index, K key, OpenAmount open) {
    index.computeIfAbsent(key, none -> new ArrayList<>(1)).add(open);
  }

  List<OpenAmount> asked(long amount) {
    return byAsked.getOrDefault(amount, List.of());
  }

  List<OpenAmount> owed(long amount) {
    return byOwed.getOrDefault(amount, List.of());
  }

  /** Those whose amount less some code this is; none where that would be too many. */
  List<OpenAmount> owedWithin(long amount) {
    var found = new ArrayList<OpenAmount>();
    for (var same : byOwed.subMap(amount + 1, true, amount + OpenAmount.CODE_MAX, true).values()) {
      if (found.size() + same.size() > TELLING_MAX) {
        return List.of();
      }
      found.addAll(same);
    }
    return found;
  }

  List<OpenAmount> ofCustomer(long customer) {
    return byCustomer.getOrDefault(customer, List.of());
  }

  Set<OpenAmount> numbered(Remark remark) {
    var found = new LinkedHashSet<OpenAmount>();
    for (var number : remark.numbers()) {
      var open = byNumber.get(number);
      if (open != null) {
        found.add(open);
      }
    }
    return found;
  }

  Set<OpenAmount> named(Remark remark) {
    var found = new LinkedHashSet<OpenAmount>();
    for (var word : remark.words()) {
      var sharing = byNameWord.getOrDefault(word, List.of());
      if (sharing.size() <= TELLING_MAX) {
        sharing.stream().filter(open -> isNamed(open, remark)).forEach(found::add);
      }
    }
    return found;
  }

  boolean isNamed(OpenAmount open, Remark remark) {
    return remark.hasAll(nameWords.getOrDefault(open.customerName(), Set.of()));
  }
}
