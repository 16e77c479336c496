package org.parley.kernel.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.json.Json;
import org.parley.kernel.json.JsonNumber;
import org.parley.kernel.json.JsonString;
import org.parley.kernel.proof.Unproven;

class StatementFormTest {

    static final byte[] SALT = "0123456789abcdef".getBytes(UTF_8);
    static final Seeds SEEDS = Seeds.of(bytes(96, 1), bytes(32, 101));

    static final Statement STATEMENT =
            new Statement(
                    new OperationId("exercise"),
                    new StatementId(UUID.fromString("6f1c2f0e-5a0b-4c1e-9d0e-0123456789ab")),
                    "flow.arrival",
                    1,
                    new PartnerId("org-k"),
                    "account/7 \"k\"",
                    Assurance.HUB_ATTESTED,
                    Instant.parse("2031-05-04T03:02:01Z"),
                    new DeviceSequence("tablet-é", 12),
                    new Seen("parley.example/exercise", 9, "c29tZSByb290"),
                    StatementForm.labelDigest(SALT, "operation:F1"));

    static final List<Field> FIELDS =
            List.of(
                    new Field("status", FieldClass.HEADER, new JsonString("arrived")),
                    new Field("area", FieldClass.COARSE, new JsonString("JN-02")),
                    new Field("trucks", FieldClass.OPERATIONAL, JsonNumber.of(14)),
                    new Field("plate", FieldClass.EXACT, new JsonString("14-ش")));

    static byte[] bytes(int count, int first) {
        var bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (first + i);
        }
        return bytes;
    }

    @Test
    void theBytesAreCanonicalAndReadBack() {
        var bytes = StatementForm.encode(STATEMENT, FIELDS, SEEDS);

        assertThat(Json.parse(bytes).canonical()).isEqualTo(bytes);
        assertThat(WrittenStatement.parse(bytes).head()).isEqualTo(STATEMENT);
        assertThat(StatementForm.encode(STATEMENT, FIELDS, SEEDS)).isEqualTo(bytes);
    }

    @Test
    void aStatementWithoutDeviceAndSightIsReadBackToo() {
        var plain =
                new Statement(
                        STATEMENT.operation(),
                        STATEMENT.id(),
                        STATEMENT.type(),
                        2,
                        STATEMENT.originator(),
                        "k",
                        Assurance.DEVICE_SIGNED,
                        Instant.EPOCH,
                        null,
                        null,
                        STATEMENT.label());
        var bytes = StatementForm.encode(plain, List.of(), SEEDS);

        assertThat(WrittenStatement.parse(bytes).head()).isEqualTo(plain);
        assertThat(WrittenStatement.parse(bytes).digests()).hasSize(8);
    }

    @Test
    void theBytesTellNeitherNamesNorValuesNorHowManyThereAre() {
        var bytes = new String(StatementForm.encode(STATEMENT, FIELDS, SEEDS), UTF_8);

        assertThat(bytes).doesNotContain("plate", "trucks", "JN-02", "arrived");
        assertThat(WrittenStatement.parse(bytes.getBytes(UTF_8)).digests()).hasSize(8);
        assertThat(List.of(0, 8, 9, 16, 17, 4096))
                .extracting(StatementForm::padded)
                .containsExactly(8, 8, 16, 16, 32, 4096);
    }

    @Test
    void eachDisclosedFieldIsInTheStatementAndNoOtherIs() {
        var written = WrittenStatement.parse(StatementForm.encode(STATEMENT, FIELDS, SEEDS));
        var shown = StatementForm.disclose(FIELDS.subList(0, 2), SEEDS);

        written.requireAll(shown);
        assertThat(written.undisclosed(shown)).isEqualTo(6);
        for (var one : shown) {
            refused(written, new Disclosure(one.name(), new JsonString("other"), one.salt()));
            refused(written, new Disclosure("other", one.value(), one.salt()));
            refused(written, new Disclosure(one.name(), one.value(), SALT));
        }
        assertThatThrownBy(() -> written.requireAll(List.of(shown.getFirst(), shown.getFirst())))
                .isInstanceOf(Unproven.class);
    }

    private static void refused(WrittenStatement written, Disclosure disclosure) {
        assertThatThrownBy(() -> written.requireAll(List.of(disclosure)))
                .isInstanceOf(Unproven.class);
    }

    @Test
    void saltsAreHmacOfTheNameUnderTheSeedOfTheClass() throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes(32, 65), "HmacSHA256"));
        var expected = Arrays.copyOf(mac.doFinal("trucks".getBytes(UTF_8)), 16);

        var shown = StatementForm.disclose(FIELDS, SEEDS);

        assertThat(shown.get(2).salt()).isEqualTo(expected);
    }

    @Test
    void aStatementThatSaysNothingExactNeedsNoExactSeed() {
        var seeds = Seeds.of(bytes(96, 1), null);

        StatementForm.encode(STATEMENT, FIELDS.subList(0, 3), seeds);

        assertThatThrownBy(() -> StatementForm.encode(STATEMENT, FIELDS, seeds))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void oneNameIsSaidOnce() {
        var twice = new ArrayList<>(FIELDS);
        twice.add(new Field("status", FieldClass.EXACT, new JsonString("lost")));

        assertThatThrownBy(() -> StatementForm.encode(STATEMENT, twice, SEEDS))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void aDisclosurePackageIsReadBack() {
        var file =
                new DisclosurePackage(
                        StatementForm.encode(STATEMENT, FIELDS, SEEDS),
                        SALT,
                        StatementForm.disclose(FIELDS.subList(1, 3), SEEDS),
                        "c2sp.org/tlog-proof@v1\nindex 0\n\ncheckpoint\n",
                        bytes(64, 9),
                        List.of(StatementForm.leafHash(SALT, SALT)));

        var read = DisclosurePackage.parse(file.format());

        assertThat(read).isEqualTo(file);
        assertThat(read.leafHash()).isEqualTo(StatementForm.leafHash(SALT, file.statement()));
    }
}
