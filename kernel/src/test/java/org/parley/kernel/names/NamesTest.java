package org.parley.kernel.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.kernel.InvalidValue;

class NamesTest {

    @Test
    void aPartysOwnNameIsForThatPartyOnly() {
        var names = Names.of("North Gate").with("halmer", Map.of("en", "Ansel Road Gate"));

        assertThat(names.in("en", "halmer")).isEqualTo("Ansel Road Gate");
        assertThat(names.in("en", "ilvane")).isEqualTo("North Gate");
        assertThat(names.in("fr")).isEqualTo("North Gate");
    }

    @Test
    @SuppressWarnings("NullAway") // what a reader of JSON hands over where a field is left out
    void whatHasNoNameIsRefused() {
        assertThatThrownBy(() -> new Names(null, null)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Names(Map.of(), Map.of())).isInstanceOf(InvalidValue.class);
        var empty = new HashMap<String, String>();
        empty.put("en", null);
        assertThatThrownBy(() -> new Names(empty, Map.of())).isInstanceOf(InvalidValue.class);
    }

    @Test
    void theOrderOfNamesIsThatOfTheirLanguages() {
        assertThat(Names.of("a", "b", "c", "d").common().keySet())
                .containsExactly("ar", "en", "fr", "he");
    }
}
