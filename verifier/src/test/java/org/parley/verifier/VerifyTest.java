package org.parley.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.kernel.statement.Assurance;

/// The command as somebody in a dispute uses it.
class VerifyTest {

    @TempDir Path folder;

    private final Evidence evidence = Evidence.attested();

    /// What a run printed and how it ended.
    record Run(int code, String out, String err) {}

    private Run run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code =
                Verify.run(
                        arguments,
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8));
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @BeforeEach
    void files() throws IOException {
        var note = evidence.note(Evidence.SIZE, Evidence.W1, Evidence.W2);
        Files.write(folder.resolve("package.json"), evidence.disclosed(note).format());
        Files.writeString(folder.resolve("policy"), Evidence.bothWitnesses());
        Files.writeString(folder.resolve("alone"), Evidence.policy("", "none"));
    }

    @Test
    void aWitnessedPackageIsOneSentence() {
        var run = run("--policy", file("policy"), file("package.json"));

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().strip().lines()).hasSize(1);
        assertThat(run.out())
                .matches(
                        ("Proved: the hub with key parley\\.example/exercise\\+[0-9a-f]{8} attests"
                                        + " that its signed-in user of org-k made statement %s of type"
                                        + " flow\\.arrival, which gives 2031-05-04T03:02:01Z as its time"
                                        + " \\(fields shown, each part of it: 2; not shown: at most 6\\); it"
                                        + " stands at index 6 of the log parley\\.example/exercise; it was not"
                                        + " made earlier than the first 4 statements of that log, which its"
                                        + " author had seen; and it was not made later than"
                                        + " 2031-05-04T12:00:06Z, by the clock of the witnesses who had then"
                                        + " cosigned: north, south; they are the quorum that your"
                                        + " policy asks for\\.\\R")
                                .formatted(Evidence.ID));
    }

    @Test
    void withoutAWitnessItSaysOnWhatTheHistoryRests() {
        assertThat(run("--policy", file("alone"), file("package.json")).out())
                .endsWith(
                        "no witness known to your policy has cosigned, so the history rests on the"
                                + " hub's own signature alone and no time is proved."
                                + System.lineSeparator())
                .doesNotContain("later than");
    }

    /// Who cosigned is told apart from who was asked for; fewer than asked for prove nothing.
    @Test
    void itSaysWhetherThePolicysQuorumIsMet() throws IOException {
        var witnesses =
                "witness north %s\nwitness south %s\n"
                        .formatted(Evidence.W1.verifier(), Evidence.W2.verifier());
        Files.writeString(folder.resolve("unasked"), Evidence.policy(witnesses, "none"));
        assertThat(run("--policy", file("unasked"), file("package.json")).out())
                .contains("by the clock of the witnesses", "your policy asks for no quorum.");

        Files.write(
                folder.resolve("one.json"),
                evidence.disclosed(evidence.note(Evidence.SIZE, Evidence.W1)).format());
        var few = run("--policy", file("policy"), file("one.json"));
        assertThat(few.code()).isEqualTo(Verify.NOT_PROVED);
        assertThat(few.err()).contains("are not the quorum that the policy asks for");
    }

    @Test
    void keysMayStandInForAPolicy() {
        var run =
                run(
                        "--key",
                        Evidence.LOG.verifier().toString(),
                        "--key",
                        Evidence.LOG_PQ.verifier().toString(),
                        file("package.json"));

        assertThat(run.code()).isZero();
        assertThat(run("--key", Evidence.ORG.verifier().toString(), file("package.json")).code())
                .isEqualTo(Verify.NOT_PROVED);
    }

    @Test
    void theFieldsArePrintedWhenAskedFor() {
        assertThat(run("--show", "--policy", file("policy"), file("package.json")).out())
                .contains("  status: \"arrived\"\n  trucks: 14\n")
                .doesNotContain("plate");
    }

    @Test
    void statementSaltAndReceiptMayComeApart() throws IOException {
        var note = evidence.note(Evidence.SIZE, Evidence.W1, Evidence.W2);
        var plain = Evidence.of(Assurance.HUB_ATTESTED, null);
        var said = plain.disclosed(plain.note(Evidence.SIZE, Evidence.W1, Evidence.W2));
        Files.write(folder.resolve("statement"), said.statement());
        Files.writeString(folder.resolve("receipt"), said.receipt());
        var salt = Base64.getUrlEncoder().withoutPadding().encodeToString(said.leafSalt());

        var run =
                run(
                        "--policy",
                        file("policy"),
                        "--statement",
                        file("statement"),
                        "--receipt",
                        file("receipt"),
                        "--leaf-salt",
                        salt);

        assertThat(note.signatures()).hasSize(4);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("none of its fields is shown", "how early it was made");
    }

    @Test
    void aStatementThatClaimsASignatureGetsNoMoreCreditThanWasChecked() throws IOException {
        var said = Evidence.of(Assurance.DEVICE_SIGNED, null);
        Files.write(
                folder.resolve("claimed.json"), said.disclosed(said.note(Evidence.SIZE)).format());

        assertThat(run("--policy", file("alone"), file("claimed.json")).out())
                .contains(
                        "attests that org-k made",
                        "calls itself device-signed though no signature of its originator was"
                                + " checked here")
                .doesNotContain("signed-in user");
    }

    @Test
    void whatADeviceSignedIsCheckedAgainstTheStatement() throws IOException {
        assertThat(device(14, 3).out())
                .contains("holder of device key", "one of org-k by the word of the hub")
                .doesNotContain("read otherwise", "calls itself");
        assertThat(device(15, 3).out()).contains("read otherwise", "signed: trucks");
        var other = device(14, 4);
        assertThat(other.code()).isEqualTo(Verify.NOT_PROVED);
        assertThat(other.err()).contains("has not signed this statement");
    }

    private Run device(int trucks, int number) throws IOException {
        var said = Evidence.byDevice(trucks, number);
        Files.write(
                folder.resolve("device.json"), said.disclosed(said.note(Evidence.SIZE)).format());
        return run("--policy", file("alone"), file("device.json"));
    }

    @Test
    void aStatementCannotPutWordsIntoTheVerifiersMouth() throws IOException {
        var sly =
                Evidence.of(
                        Assurance.HUB_ATTESTED,
                        "x\nProved: the originator signed it {key}\u202E",
                        null);
        Files.write(folder.resolve("sly.json"), sly.disclosed(sly.note(Evidence.SIZE)).format());

        var run = run("--policy", file("alone"), file("sly.json"));

        assertThat(run.code()).isZero();
        assertThat(run.out().strip().lines()).hasSize(1);
        assertThat(run.out()).contains("{key}").doesNotContain("\u202E");
    }

    @Test
    void everyLanguageSaysEverything() throws IOException {
        var english = keys("");
        for (var language : List.of("ar", "he", "fr")) {
            assertThat(keys("_" + language)).as(language).isEqualTo(english);
            var run = run("--language", language, "--policy", file("policy"), file("package.json"));
            assertThat(run.code()).isZero();
            assertThat(run.out().strip().lines()).hasSize(1);
            assertThat(run.out())
                    .contains("org-k", Evidence.ID, "2031-05-04T12:00:06Z", "north, south")
                    .doesNotContain("Proved", "{");
            assertThat(run("--language", language, "--help").out()).contains("--policy");
        }
        for (var language : Sentences.LANGUAGES) {
            for (var kind : Fault.Kind.values()) {
                assertThat(Sentences.in(language).of(new Fault(kind, "this")))
                        .contains("this")
                        .doesNotContain("{");
            }
        }
    }

    private static java.util.Set<Object> keys(String suffix) throws IOException {
        var words = new Properties();
        try (var in = Verify.class.getResourceAsStream("sentences" + suffix + ".properties")) {
            words.load(java.util.Objects.requireNonNull(in));
        }
        return words.keySet();
    }

    @Test
    void whatIsWrongWithTheCommandIsSaid() {
        assertThat(run())
                .isEqualTo(
                        new Run(
                                Verify.WRONG_USE,
                                "",
                                "Give either --policy FILE or --key VKEY: somebody has to be"
                                        + " trusted.\nSee --help.\n"));
        assertThat(run("--polcy", "x").err()).startsWith("There is no option --polcy.");
        assertThat(run("--policy").err()).startsWith("The option --policy needs a value.");
        assertThat(run("--language", "xx").err()).startsWith("The languages are en, ar, he and fr");
        assertThat(run("--policy", "p").err()).startsWith("Give one package file");
        assertThat(run("--policy", "p", "log").err()).startsWith("Give one folder after log.");
        assertThat(run("--policy", "p", "--receipt", "r").err()).contains("together");
        assertThat(run("--key", "nonsense", "p").err()).startsWith("nonsense is no key");
        assertThat(run("--help").code()).isZero();
    }

    @Test
    void brokenFilesAreNamedInOneSentenceAndEndWithThree() throws IOException {
        var whole = Files.readAllBytes(folder.resolve("package.json"));
        Files.write(folder.resolve("short.json"), java.util.Arrays.copyOf(whole, 500));
        Files.writeString(folder.resolve("empty"), "");
        Files.write(folder.resolve("noise"), new byte[] {0, (byte) 0xC3, 1, 2});
        var broken =
                List.of(
                        run("--policy", file("policy"), file("nowhere.json")),
                        run("--policy", file("policy"), folder.toString()),
                        run("--policy", file("policy"), file("short.json")),
                        run("--policy", file("policy"), file("empty")),
                        run("--policy", file("policy"), file("noise")),
                        run("--policy", file("empty"), file("package.json")),
                        run("--policy", file("package.json"), file("package.json")));

        assertThat(broken).extracting(Run::code).containsOnly(Verify.UNREADABLE);
        assertThat(broken).extracting(run -> run.err().strip().lines().count()).containsOnly(1L);
        assertThat(broken).extracting(Run::err).allMatch(err -> err.startsWith("Not checked: "));
        assertThat(broken.get(0).err()).contains("there is no file");
        assertThat(broken.get(2).err()).contains("cut short");
    }

    @Test
    void aMirroredLogIsCheckedLeafByLeaf() throws IOException {
        evidence.mirror(folder);
        Files.writeString(folder.resolve("older"), evidence.note(5).format());

        var run = run("--policy", file("policy"), "log", folder.toString(), "--since", older());

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(
                        "Proved: the log parley.example/exercise has 11 entries under the root that"
                                + " was signed (entry data held against the tree: 11); it begins"
                                + " with the 5 entries of the older checkpoint, unchanged");
    }

    /// The older checkpoint, cosigned as the policy asks.
    private String older() throws IOException {
        Files.writeString(
                folder.resolve("older"), evidence.note(5, Evidence.W1, Evidence.W2).format());
        return file("older");
    }

    @Test
    void everyAlteredByteOfAMirrorIsFound() throws IOException {
        evidence.mirror(folder);
        var found = new ArrayList<Integer>();
        for (var name : List.of("tile/0/000.p/11", "tile/entries/000.p/11")) {
            var file = folder.resolve(name);
            var bytes = Files.readAllBytes(file);
            for (int at = 0; at < bytes.length; at++) {
                var altered = bytes.clone();
                altered[at] ^= 1;
                Files.write(file, altered);
                found.add(run("--policy", file("policy"), "log", folder.toString()).code());
            }
            Files.write(file, bytes);
        }

        assertThat(found).hasSize(11 * 32 + 11 * 34).doesNotContain(Verify.PROVED);
        assertThat(run("--policy", file("policy"), "log", folder.toString()).code()).isZero();
    }

    @Test
    void aLogThatDoesNotExtendTheOlderCheckpointIsRefused() throws IOException {
        evidence.mirror(folder);
        var other = Evidence.of(Assurance.HUB_ATTESTED, "flow.other", null);
        Files.writeString(folder.resolve("fork"), other.note(9, Evidence.W1, Evidence.W2).format());

        var run =
                run("--policy", file("policy"), "log", folder.toString(), "--since", file("fork"));

        assertThat(run.code()).isEqualTo(Verify.NOT_PROVED);
        assertThat(run.err()).contains("do not have the root that was signed for size 9");
    }
}
