package org.parley.kernel.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    static String canonical(String text) {
        return new String(Json.parse(text).canonical(), UTF_8);
    }

    @Test
    void theExampleOfRfc8785HasTheBytesOfRfc8785() {
        var example =
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """;

        assertThat(canonical(example))
                .isEqualTo(
                        "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void namesAreOrderedByUtf16CodeUnits() {
        var example =
                """
                {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",
                 "1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin"}
                """;

        assertThat(((JsonObject) Json.parse(canonical(example))).members().keySet())
                .containsExactly("\r", "1", "\u0080", "ö", "€", "\ud83d\ude00", "\ufb33");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.0, 0",
        "1.0, 1",
        "5e-324, 5e-324",
        "-5e-324, -5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "9007199254740992, 9007199254740992",
        "-9007199254740992, -9007199254740992",
        "295147905179352830000, 295147905179352830000",
        "1e21, 1e+21",
        "1e20, 100000000000000000000",
        "9.999999999999997e22, 9.999999999999997e+22",
        "1e23, 1e+23",
        "1.0000000000000001e+23, 1.0000000000000001e+23",
        "0.000001, 0.000001",
        "0.0000009999999999999997, 9.999999999999997e-7",
        "1e-7, 1e-7",
        "333333333.3333332, 333333333.3333332",
        "0.000003333333333333333, 0.000003333333333333333",
        "1424953923781206.2, 1424953923781206.2",
        "2e-323, 2e-323",
        "1.5e-9, 1.5e-9",
        "120, 120",
    })
    void numbersPrintAsEcmaScriptPrintsThem(String text, String printed) {
        assertThat(canonical(text)).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{a:1}",
                "'a'",
                "\"a",
                "01",
                "1.",
                ".5",
                "+1",
                "-",
                "1e",
                "1e400",
                "NaN",
                "nul",
                "tru",
                "[1] 2",
                "{} {}",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "\ufeff1",
                "[1\u00a0]",
                "/*c*/1",
            })
    void whatTwoReadersCouldUnderstandDifferentlyIsRefused(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}))
                .isInstanceOf(MalformedJson.class);
    }

    @Test
    void sixtyFourLevelsAreReadAndNoMore() {
        assertThat(canonical("[".repeat(64) + "]".repeat(64))).hasSize(128);
        assertThatThrownBy(() -> Json.parse("[".repeat(65) + "]".repeat(65)))
                .isInstanceOf(MalformedJson.class);
    }

    @Test
    void aNumberThatADoubleCannotHoldIsNotMade() {
        assertThatThrownBy(() -> JsonNumber.of((1L << 53) + 1)).isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> JsonNumber.of(new BigDecimal("0.12345678901234567890")))
                .isInstanceOf(MalformedJson.class);
        assertThat(JsonNumber.of(new BigDecimal("12.50")).canonicalText()).isEqualTo("12.5");
    }

    @Test
    void equalValuesHaveEqualBytes() {
        assertThat(Json.parse("{\"b\":1.0,\"a\":[]}")).isEqualTo(Json.parse("{\"a\":[ ],\"b\":1}"));
    }
}
