package io.tukar.web;

import io.tukar.payout.Bank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The banks a customer may choose from. */
public final class BankChoices {

  private BankChoices() {}

  /**
   * All of them.
   *
   * @param none what stands there before one is chosen
   */
  public static List<Choice> of(String none) {
    var banks = new ArrayList<>(List.of(Choice.of("", none)));
    Arrays.stream(Bank.values())
        .map(bank -> Choice.of(bank.code(), bank.title()))
        .forEach(banks::add);
    return banks;
  }
}
