package org.parley.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrdersTest {

    @Test
    void flagsMayHaveTheirValueBesideThemOrBehindAnEqualsSign() {
        var order =
                Orders.read(
                        List.of("import", "a.csv", "--as", "unrwa-trucks", "--by=desk", "--part"));

        assertThat(order.command()).isEqualTo("import");
        assertThat(order.value()).isEqualTo("a.csv");
        assertThat(order.flag("as")).contains("unrwa-trucks");
        assertThat(order.flag("by")).contains("desk");
        assertThat(order.has("part")).isTrue();
    }

    @Test
    void whatFollowsTwoDashesIsNoFlag() {
        assertThat(Orders.read(List.of("backup", "--", "--odd-name")).value())
                .isEqualTo("--odd-name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sevre                             | did you mean serve?
                    dance                             | The commands are
                    demo --prt 80                     | did you mean --port?
                    demo -p 80                        | has no flag -p
                    serve --port                      | --port needs a value
                    serve --port --scratch            | --port needs a value
                    serve --port http                 | must be a number from 0 to 65535
                    serve --port 70000                | must be a number from 0 to 65535
                    serve --scratch=yes               | --scratch takes no value
                    serve --data a --data b           | given twice
                    serve now                         | does not know what to do with 'now'
                    backup                            | needs a file
                    restore a b                       | does not know what to do with 'b'
                    import a.csv                      | --as MAPPING
                    import a.csv --as x --whole --part| either --whole or --part
                    """)
    void wrongOrdersSayWhatIsWrong(String typed, String says) {
        var ended =
                catchThrowableOfType(
                        Ended.class, () -> Orders.read(List.of(typed.strip().split(" +"))));

        assertThat(ended).hasMessageContaining(says);
        assertThat(ended.exit()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(ended.getMessage()).doesNotContain("\n");
    }

    @Test
    void nothingAtAllIsNoOrder() {
        assertThat(catchThrowableOfType(Ended.class, () -> Orders.read(List.of())))
                .hasMessageContaining("serve, demo");
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void everyFlagIsExplainedAndEveryExplainedFlagExists(Syntax syntax) throws IOException {
        var help = help(syntax.word());

        for (var flag : syntax.flags()) {
            var written = "--" + flag.name() + (flag.value() == null ? "" : " " + flag.value());
            assertThat(help).contains("\n  " + written);
        }
        help.lines()
                .filter(line -> line.startsWith("  --"))
                .map(line -> line.strip().split(" ")[0].substring(2))
                .forEach(name -> assertThat(syntax.flag(name)).as(name).isPresent());
    }

    @ParameterizedTest
    @EnumSource(Exit.class)
    void everyExitCodeIsDocumented(Exit exit) throws IOException {
        assertThat(help("parley")).containsPattern("\n +%d  [a-zA-Z]".formatted(exit.code()));
    }

    private static String help(String command) throws IOException {
        try (var text = OrdersTest.class.getResourceAsStream("/help/" + command + ".txt")) {
            assertThat(text).as(command).isNotNull();
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
