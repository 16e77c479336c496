package org.parley.hub.exchange.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {

    @TempDir Path folder;

    @Test
    void theTagRowSaysWhatColumnsHoldWhateverTheirHeaders() {
        var layout = layout("Junk,Junk,Junk\nOrg,No tag,Province\n#org,,#adm1 +Code\nX,y,z\n");

        assertThat(layout.dataFrom()).isEqualTo(3);
        assertThat(layout.columns().get(0).title()).isEqualTo("Org");
        assertThat(layout.columns().get(1).tag()).isEmpty();
        assertThat(layout.columns().get(2).tag().orElseThrow()).hasToString("#adm1+code");
    }

    @Test
    void mergedHeadersSpreadOverTheColumnsBelowThem() {
        var layout =
                layout(
                        "Monthly list,,,\nWhere,Received,,Note\nCrossing,Pallets,MT,\nNorth,1,2,x\n",
                        "crossing",
                        "received pallets",
                        "received mt");

        assertThat(layout.dataFrom()).isEqualTo(3);
        assertThat(layout.columns().get(2).names()).containsExactly("MT", "Received MT");
        assertThat(layout.columns().get(3).names()).containsExactly("Note");
    }

    @Test
    void titlesBeforeTheHeadersArePassedOver() {
        var layout = layout("Trucks\n\nPrinted 3 March\nID,Date\n1,2024-01-01\n", "id", "date");

        assertThat(layout.dataFrom()).isEqualTo(3);
    }

    @Test
    void aTagWithMoreAttributesAnswersOneThatAsksForFewer() {
        var tag = HxlTag.parse(" #Date +received+ start").orElseThrow();

        assertThat(tag.answers(HxlTag.parse("#date+start").orElseThrow())).isTrue();
        assertThat(tag.answers(HxlTag.parse("#date+end").orElseThrow())).isFalse();
        assertThat(HxlTag.parse("not a tag")).isEmpty();
        assertThat(HxlTag.parse("#5")).isEmpty();
    }

    private Layout layout(String text, String... known) {
        return Layout.of(Tables.lines(Tables.text(folder, text, UTF_8)), Set.of(known));
    }
}
