package io.tukar.api.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import io.tukar.kernel.Language;
import io.tukar.kernel.Money;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.RequestNumber;
import io.tukar.kernel.RmaNumber;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The API's JSON: strict when it reads, compact when it writes. Amounts are whole rupiah, instants
 * and dates are ISO 8601, languages are {@code id} and {@code en}, and what is not there is left
 * out.
 */
public final class ApiJson {

  private static final int NESTING_MAX = 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(NESTING_MAX).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
          .changeDefaultPropertyInclusion(
              included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
          .addModule(
              values()
                  .addSerializer(new AsText<>(RequestNumber.class, RequestNumber::value))
                  .addSerializer(new AsText<>(RmaNumber.class, RmaNumber::value))
                  .addSerializer(new AsRupiah())
                  .addDeserializer(Money.class, new FromRupiah()))
          .build();

  private ApiJson() {}

  private static SimpleModule values() {
    var module = new SimpleModule();
    text(module, Sku.class, Sku::value, Sku::parse);
    text(module, OrderNumber.class, OrderNumber::value, OrderNumber::parse);
    text(module, SerialNumber.class, SerialNumber::value, SerialNumber::parse);
    text(module, WaybillNumber.class, WaybillNumber::value, WaybillNumber::parse);
    text(module, Language.class, Language::code, ApiJson::language);
    return module;
  }

  private static Optional<Language> language(String code) {
    for (var language : Language.values()) {
      if (language.code().equals(code.toLowerCase(Locale.ROOT))) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** Compact bytes. */
  public static byte[] write(Object view) {
    return JSON.writeValueAsBytes(view);
  }

  /** JSON as it was stored, to be shown inside something else. */
  public static JsonNode stored(byte[] json) {
    return JSON.readTree(json);
  }

  /** Reads a body; an empty one is an empty object. Refused with the path of what is wrong. */
  public static <T> T read(byte[] body, Class<T> type) {
    try {
      T read = JSON.readValue(body.length == 0 ? new byte[] {'{', '}'} : body, type);
      if (read == null) {
        throw new RefusedRequest(ProblemType.MALFORMED, "body-missing", "");
      }
      return read;
    } catch (StreamReadException e) {
      var at = e.getLocation();
      throw new RefusedRequest(
          ProblemType.MALFORMED,
          "json-malformed",
          "",
          at == null ? 1 : at.getLineNr(),
          at == null ? 1 : at.getColumnNr());
    } catch (DatabindException e) {
      throw new RefusedRequest(unreadable(e));
    }
  }

  private static Reply.Problem unreadable(DatabindException e) {
    var field = path(e);
    if (e instanceof UnrecognizedPropertyException unknown) {
      return Reply.problem(
          ProblemType.MALFORMED, "field-unknown", field, unknown.getPropertyName());
    }
    var missing =
        e instanceof InvalidNullException
            || e.getOriginalMessage().startsWith("Missing required creator property");
    return Reply.problem(
        ProblemType.MALFORMED, missing ? "value-missing" : "value-unreadable", field);
  }

  /** Such as {@code lines[0].quantity}. */
  private static String path(JacksonException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      var name = step.getPropertyName();
      if (name == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(name);
      }
    }
    return path.toString();
  }

  private static <T> void text(
      SimpleModule module,
      Class<T> type,
      Function<T, String> text,
      Function<String, Optional<T>> parse) {
    module.addSerializer(new AsText<>(type, text));
    module.addDeserializer(type, new FromText<>(type, parse));
  }

  private static final class AsText<T> extends StdSerializer<T> {
    private final Function<T, String> text;

    AsText(Class<T> type, Function<T, String> text) {
      super(type);
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
      out.writeString(text.apply(value));
    }
  }

  private static final class FromText<T> extends StdDeserializer<T> {
    private final Class<T> type;
    private final Function<String, Optional<T>> parse;

    FromText(Class<T> type, Function<String, Optional<T>> parse) {
      super(type);
      this.type = type;
      this.parse = parse;
    }

    @Override
    public @Nullable T deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken() != JsonToken.VALUE_STRING) {
        return type.cast(context.handleUnexpectedToken(type, in));
      }
      var text = in.getString();
      var value = parse.apply(text);
      return value.isPresent()
          ? value.get()
          : type.cast(context.handleWeirdStringValue(type, text, "not readable"));
    }
  }

  private static final class AsRupiah extends StdSerializer<Money> {
    AsRupiah() {
      super(Money.class);
    }

    @Override
    public void serialize(Money value, JsonGenerator out, SerializationContext context) {
      out.writeNumber(value.minor());
    }
  }

  private static final class FromRupiah extends StdDeserializer<Money> {
    FromRupiah() {
      super(Money.class);
    }

    @Override
    public @Nullable Money deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
        return (Money) context.handleUnexpectedToken(Money.class, in);
      }
      var number = in.getBigIntegerValue();
      if (number.bitLength() > 62 || Math.abs(number.longValue()) > Money.MINOR_UNITS_MAX) {
        return (Money) context.handleWeirdNumberValue(Money.class, number, "too large");
      }
      return Money.rupiah(number.longValue());
    }
  }
}
