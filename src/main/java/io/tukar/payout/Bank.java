package io.tukar.payout;

import java.util.Arrays;
import java.util.Optional;

/** Banks a customer may have an account with: code of Bank Indonesia and BIC. */
public enum Bank {
  BCA("014", "CENAIDJA", "BCA"),
  MANDIRI("008", "BMRIIDJA", "Bank Mandiri"),
  BRI("002", "BRINIDJA", "BRI"),
  BNI("009", "BNINIDJA", "BNI"),
  BTN("200", "BTANIDJA", "BTN"),
  CIMB("022", "BNIAIDJA", "CIMB Niaga"),
  PERMATA("013", "BBBAIDJA", "Permata"),
  DANAMON("011", "BDINIDJA", "Danamon"),
  OCBC("028", "NISPIDJA", "OCBC"),
  BSI("451", "BSMDIDJA", "Bank Syariah Indonesia");

  private final String code;
  private final String bic;
  private final String title;

  Bank(String code, String bic, String title) {
    this.code = code;
    this.bic = bic;
    this.title = title;
  }

  /** Three digits. */
  public String code() {
    return code;
  }

  /** Eight letters. */
  public String bic() {
    return bic;
  }

  /** As people call it. */
  public String title() {
    return title;
  }

  public static Optional<Bank> of(String code) {
    return Arrays.stream(values()).filter(bank -> bank.code.equals(code)).findFirst();
  }
}
