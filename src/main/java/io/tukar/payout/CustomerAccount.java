package io.tukar.payout;

import io.tukar.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a customer's money goes. Only its ending is ever shown; the whole is for the bank's file.
 *
 * @param number digits only
 */
public record CustomerAccount(Bank bank, String number, String holder) {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{5,20}");
  private static final Pattern HOLDER =
      Pattern.compile("[\\p{L}\\p{M}0-9][\\p{L}\\p{M}0-9 .,'&()/-]{1,69}");
  private static final int ENDING = 4;

  public CustomerAccount {
    if (!NUMBER.matcher(number).matches() || !HOLDER.matcher(holder).matches()) {
      throw new IllegalArgumentException("No account");
    }
  }

  /** What people write into numbers is taken out. */
  public static String digits(String typed) {
    return typed.replaceAll("[ .-]", "");
  }

  /** What is wrong with what was typed; empty where it is an account. */
  public static List<Refusal> faults(String bank, String number, String holder) {
    var faults = new ArrayList<Refusal>();
    if (Bank.of(bank).isEmpty()) {
      faults.add(Refusal.of("choice-missing", "bank"));
    }
    if (!NUMBER.matcher(digits(number)).matches()) {
      faults.add(Refusal.of("account-number", "number"));
    }
    if (!HOLDER.matcher(holder.strip()).matches()) {
      faults.add(Refusal.of("account-holder", "holder"));
    }
    return faults;
  }

  /** The last digits, as they are shown. */
  public String ending() {
    return number.substring(number.length() - ENDING);
  }

  @Override
  public String toString() {
    return "CustomerAccount[" + bank + ", hidden]";
  }

  String sealedText() {
    return number + "\n" + holder;
  }

  static CustomerAccount opened(Bank bank, String text) {
    var lines = text.split("\n", 2);
    return new CustomerAccount(bank, lines[0], lines[1]);
  }
}
