package org.parley.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedTest {

    private static final TextForm TOKEN =
            TextForm.of("V-[A-Z]{1,3}", "value.token", "must be a token, was '{was}'");

    @Test
    void aTextOfItsFormIsLetIn() {
        assertThat(TOKEN.required("vehicle", "V-K")).isEqualTo("V-K");
        assertThat(TOKEN.optional("vehicle", null)).isNull();
        assertThat(TextForm.SLUG.required("area", "zone-3")).isEqualTo("zone-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "V-", "V-ABCD", " V-K", "V-K\n"})
    void aTextOfAnotherFormIsNamedWithItsField(String text) {
        assertThatThrownBy(() -> TOKEN.required("vehicle", text))
                .hasMessage("vehicle: must be a token, was '%s'".formatted(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Zone", "-zone", "zone_3", "ζώνη"})
    void aSlugIsPlainLowerCase(String text) {
        assertThatThrownBy(() -> TextForm.SLUG.required("area", text))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void whatMayNotBeLeftOutIsMissing() {
        assertThatThrownBy(() -> Checked.given("day", null)).hasMessage("day: is missing");
        assertThatThrownBy(() -> TOKEN.required("vehicle", null)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void aTextHasCharactersButNoNull() {
        assertThat(Checked.text("note", "abc", 3)).isEqualTo("abc");
        assertThat(Checked.optionalText("note", null, 3)).isNull();
        assertThatThrownBy(() -> Checked.text("note", " ", 3))
                .hasMessage("note: must be a text of 1 to 3 characters");
        assertThatThrownBy(() -> Checked.text("note", "abcd", 3)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Checked.text("note", "a\0c", 3))
                .hasMessage("note: must not contain the character U+0000");
    }

    @Test
    void aListSaysWhichEntryIsMissing() {
        assertThat(Checked.some("lines", List.of(1, 2), 2)).containsExactly(1, 2);
        assertThat(Checked.any("lines", null, 2)).isEmpty();
        assertThatThrownBy(() -> Checked.some("lines", List.of(), 2))
                .hasMessage("lines: must hold 1 to 2 entries");
        assertThatThrownBy(() -> Checked.any("lines", List.of(1, 2, 3), 2))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Checked.some("lines", Arrays.asList(1, null), 2))
                .hasMessage("lines[1]: is missing");
    }

    @Test
    void aNameComesOnce() {
        Checked.unique("lines.line", List.of("1", "2"));
        assertThatThrownBy(() -> Checked.unique("lines.line", List.of("1", "2", "1")))
                .hasMessage("lines.line: has '1' twice");
    }
}
