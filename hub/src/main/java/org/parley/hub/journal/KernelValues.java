package org.parley.hub.journal;

import java.util.function.Function;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// How the kernel's ids stand in JSON: as their text, `"who"` and not `{"value":"who"}`. The kernel
/// itself knows no JSON library. Every mapper that reads or writes bodies has this module.
@Component
public class KernelValues extends SimpleModule {

    public KernelValues() {
        super("kernel-values");
        text(PartnerId.class, PartnerId::new);
        text(OperationId.class, OperationId::new);
        text(StatementId.class, StatementId::parse);
    }

    private <T> void text(Class<T> type, Function<String, T> parse) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new FromText<>(type, parse));
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            if (!json.currentToken().isScalarValue()) {
                context.reportWrongTokenException(
                        this, tools.jackson.core.JsonToken.VALUE_STRING, "must be a text");
            }
            return parse.apply(json.getString());
        }
    }
}
