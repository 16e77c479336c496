package org.parley.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class KernelValuesTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new KernelValues()).build();

    record Ids(PartnerId who, OperationId where, StatementId what) {}

    @Test
    void idsStandAsTextAndComeBackTheSame() {
        var ids =
                new Ids(
                        new PartnerId("north-relief"),
                        new OperationId("exercise"),
                        StatementId.parse("00000000-0000-4000-8000-000000000001"));

        var text = JSON.writeValueAsString(ids);

        assertThat(text).contains("\"who\":\"north-relief\"", "\"where\":\"exercise\"");
        assertThat(JSON.readValue(text, Ids.class)).isEqualTo(ids);
    }

    @Test
    void anObjectIsNoId() {
        assertThatThrownBy(() -> JSON.readValue("{\"who\":{\"value\":\"x\"}}", Ids.class))
                .isInstanceOf(JacksonException.class);
    }
}
