package io.tukar.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number in E.164 form, such as +628123456789; its text never reaches a log. */
public record Phone(String value) {

  private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /**
   * A number, words before it ("WA 0812..."), an extension or words after it. Letters within the
   * digits are refused: on a telephone's keys they would stand for digits nobody typed.
   */
  private static final Pattern TYPED =
      Pattern.compile(
          "(?:[^\\p{Nd}+@]*(?:(?=\\+)|[^\\p{L}\\p{Nd}\\p{Pd}+@/]))?"
              + "(?<number>\\+?[(]?\\p{Nd}[\\p{Nd}\\s\\p{Zs}()./\\p{Pd}]*)"
              + "(?:(?i:ext|x)[.:]?\\s*\\p{Nd}{1,6}|[^\\p{Nd}@]*)");

  private static final int TYPED_LENGTH_MAX = 40;
  private static final String HOME_REGION = "ID";

  public Phone {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an E.164 number");
    }
  }

  /**
   * Reads what a person typed: 0812-3456-789, 62 812..., +62 812... and "WA: 0812..." are one
   * number. Empty where it cannot be one.
   */
  public static Optional<Phone> parse(String text) {
    var typed = Typed.plain(text);
    var form = TYPED.matcher(typed);
    if (typed.length() > TYPED_LENGTH_MAX || !form.matches()) {
      return Optional.empty();
    }
    var digits = form.group("number");
    var withPlus = digits.startsWith("62") ? "+" + digits : digits;
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
