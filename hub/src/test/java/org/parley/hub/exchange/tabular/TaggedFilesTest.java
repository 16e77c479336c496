package org.parley.hub.exchange.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.hub.SharedFiles;

/// The test files of the reference reader of tagged spreadsheets (libhxl), where they are at hand.
class TaggedFilesTest {

    private static final String FOLDER = "data/standards/hxl/tests/files/test_io/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "input-valid.csv",
                "input-valid.hxl",
                "input-valid.ssv",
                "input-valid.tsv",
                "input-valid.xlsx",
                "input-valid-xlsx.NOEXT",
                "input-valid-latin1.csv"
            })
    void oneTableInEveryFormReadsTheSame(String name) {
        var lines = lines(name);
        var layout = layout(lines);

        assertThat(tags(layout))
                .containsExactly(
                        "#sector+es",
                        "#subsector+es",
                        "#org+es",
                        "#targeted+f",
                        "#targeted+m",
                        "#country",
                        "#adm1",
                        "#date+reported");
        assertThat(lines).hasSize(layout.dataFrom() + 4);
        assertThat(lines.get(layout.dataFrom() + 2).cell(1)).isEqualTo("Educación");
        assertThat(lines.get(layout.dataFrom() + 2).cell(2)).startsWith("Formación de enseñadores");
    }

    @Test
    void aTagRowMayHaveHolesAndStrangers() {
        assertThat(tags(layout(lines("input-fuzzy.csv")))).hasSize(5);
        assertThat(tags(layout(lines("input-multiple-headers.csv"))))
                .containsExactly("#org", "#adm1", "#affected");
    }

    @Test
    void aRowOfWordsIsNoTagRow() {
        assertThat(tags(layout(lines("input-invalid.csv")))).isEmpty();
        assertThat(tags(layout(lines("input-untagged.csv")))).isEmpty();
    }

    @Test
    void mergedCellsAndBrokenFilesAreReadOrRefused() {
        assertThat(tags(layout(lines("input-merged.xlsx")))).isNotEmpty();
        assertThat(lines("input-quality.xlsx")).isNotEmpty();
        assertThat(lines("input-multiline.csv").getLast().cell(0))
                .isEqualTo("Line 1\nLine 2\nLine 3");
        assertThatThrownBy(() -> lines("input-valid.xls")).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> lines("input-invalid.png")).isInstanceOf(Unreadable.class);
    }

    private static List<Line> lines(String name) {
        return Tables.lines(SharedFiles.file(FOLDER + name));
    }

    private static Layout layout(List<Line> lines) {
        return Layout.of(lines.subList(0, Math.min(Layout.SEARCHED, lines.size())), Set.of());
    }

    private static List<String> tags(Layout layout) {
        return layout.columns().stream()
                .map(column -> column.tag().map(HxlTag::toString).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }
}
