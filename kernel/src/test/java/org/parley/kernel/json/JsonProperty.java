package org.parley.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonProperty {

    private static final long SEED = 20_260_101;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void canonicalBytesReadBackAsTheSameValue() {
        for (int i = 0; i < 5_000; i++) {
            var value = value(0);
            var bytes = value.canonical();

            assertThat(Json.parse(bytes)).as("seed %d, round %d", SEED, i).isEqualTo(value);
            assertThat(Json.parse(bytes).canonical())
                    .as("seed %d, round %d", SEED, i)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void anIndependentReaderReadsTheSame() {
        var jackson = new JsonMapper();
        for (int i = 0; i < 2_000; i++) {
            var bytes = value(0).canonical();

            var theirs = jackson.writeValueAsString(jackson.readTree(bytes));

            assertThat(Json.parse(theirs).canonical())
                    .as("seed %d, round %d", SEED, i)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void doublesPrintShortestAndReadBackExactly() {
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(EcmaNumber.text(value)))
                        .as("seed %d, round %d", SEED, i)
                        .isEqualTo(value == 0 ? 0.0 : value);
            }
        }
    }

    private JsonValue value(int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> JsonNull.NULL;
            case 1 -> new JsonBool(random.nextBoolean());
            case 2 -> JsonNumber.of(random.nextLong(-(1L << 53), 1L << 53));
            case 3 -> new JsonNumber(Double.toString((random.nextDouble() - 0.5) * 1e6));
            case 4 -> new JsonString(text());
            case 5 -> {
                var items = new ArrayList<JsonValue>();
                for (int n = random.nextInt(5); n > 0; n--) {
                    items.add(value(depth + 1));
                }
                yield new JsonArray(items);
            }
            default -> {
                var members = new TreeMap<String, JsonValue>();
                for (int n = random.nextInt(5); n > 0; n--) {
                    members.put(text(), value(depth + 1));
                }
                yield new JsonObject(members);
            }
        };
    }

    private String text() {
        var text = new StringBuilder();
        for (int n = random.nextInt(8); n > 0; n--) {
            int point = random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x250);
            if (point < 0xD800 || point > 0xDFFF) {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }
}
