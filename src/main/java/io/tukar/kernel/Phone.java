package io.tukar.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number in E.164 form, such as +628123456789; its text never reaches a log. */
public record Phone(String value) {

  private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final int TYPED_LENGTH_MAX = 40;
  private static final String HOME_REGION = "ID";

  public Phone {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an E.164 number");
    }
  }

  /** Reads what a person typed: 0812-3456-789, 62 812..., +62 812... are one number. */
  public static Optional<Phone> parse(String text) {
    var typed = text.strip();
    if (typed.isEmpty() || typed.length() > TYPED_LENGTH_MAX) {
      return Optional.empty();
    }
    var withPlus = typed.startsWith("62") ? "+" + typed : typed;
    try {
      var util = PhoneNumberUtil.getInstance();
      var number = util.parse(withPlus, HOME_REGION);
      if (!util.isPossibleNumber(number)) {
        return Optional.empty();
      }
      var e164 = util.format(number, PhoneNumberFormat.E164);
      return FORM.matcher(e164).matches() ? Optional.of(new Phone(e164)) : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** Hidden on purpose: a number is personal data. Ask for {@link #value()}. */
  @Override
  public String toString() {
    return "Phone[hidden]";
  }
}
