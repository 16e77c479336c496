package org.parley.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.FieldClass;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BodyFormTest {

    static final JsonMapper JSON = JsonMapper.shared();

    record Counted(
            @Classed(FieldClass.HEADER) String crossing,
            @Classed(FieldClass.EXACT) @Nullable String plate,
            @Classed(value = FieldClass.OPERATIONAL, each = true) List<Integer> rows)
            implements Body {

        Counted {
            if (crossing.isBlank()) {
                throw new InvalidValue("crossing", "must not be blank");
            }
        }

        @Override
        public String subject() {
            return "crossing/" + crossing;
        }
    }

    record Unclassed(String secret) implements Body {
        @Override
        public String subject() {
            return "none";
        }
    }

    static ObjectNode gather(List<SaidField> fields) {
        var node = JSON.createObjectNode();
        fields.forEach(field -> node.set(field.name(), field.value()));
        return node;
    }

    @Test
    void eachItemOfAMarkedListIsAFieldOfItsOwn() {
        var form = new BodyForm<>(JSON, Counted.class);
        var said = new Counted("north", null, List.of(7, 8));

        assertThat(form.fields(said))
                .extracting(SaidField::name)
                .containsExactly("crossing", "rows/0", "rows/1");
    }

    @Test
    void readsWhatItWrote() {
        var form = new BodyForm<>(JSON, Counted.class);
        var said = new Counted("north", "X 12", List.of(3, 1, 2));

        assertThat(form.body(gather(form.fields(said)))).isEqualTo(said);
    }

    @Test
    void aValueThatCannotBeNamesItsField() {
        var form = new BodyForm<>(JSON, Counted.class);
        var node = JSON.createObjectNode().put("crossing", " ");

        assertThatThrownBy(() -> form.body(node))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("crossing");
    }

    @Test
    void aComponentWithoutAFieldClassDoesNotStart() {
        assertThatThrownBy(() -> new BodyForm<>(JSON, Unclassed.class))
                .hasMessageContaining("@Classed");
    }
}
