package io.tukar.rma;

import io.tukar.kernel.RmaNumber;
import io.tukar.kernel.Sku;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Events to bytes and back: JSON with sorted keys, written once and then only read. */
final class EventCodec {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .addModule(
              new SimpleModule()
                  .addSerializer(new AsText<>(Sku.class, Sku::value))
                  .addDeserializer(Sku.class, new FromText<>(Sku.class, Sku::new))
                  .addSerializer(new AsText<>(RmaNumber.class, RmaNumber::value))
                  .addDeserializer(
                      RmaNumber.class, new FromText<>(RmaNumber.class, RmaNumber::new)))
          .build();

  private EventCodec() {}

  static byte[] write(RmaEvent event) {
    return JSON.writeValueAsBytes(event);
  }

  static RmaEvent read(RmaEvent.Kind kind, byte[] body) {
    return JSON.readValue(body, kind.type());
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
    private final Function<String, T> read;

    FromText(Class<T> type, Function<String, T> read) {
      super(type);
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
      return read.apply(in.getString());
    }
  }
}
