package org.parley.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.TlogProof;
import org.parley.kernel.proof.Unproven;
import org.parley.kernel.proof.VerifierKey;
import org.parley.kernel.statement.Assurance;
import org.parley.kernel.statement.DisclosurePackage;
import org.parley.kernel.statement.Seen;

class PackageCheckTest {

    private static final Policy BOTH = Policy.parse(Evidence.bothWitnesses());
    private static final Policy TIMED =
            Policy.parse(
                    Evidence.policy("witness north " + Evidence.W1.verifier() + "\n", "north"));
    private static final Policy ALONE = Policy.parse(Evidence.policy("", "none"));

    private final Evidence evidence = Evidence.attested();
    private final DisclosurePackage whole =
            evidence.disclosed(evidence.note(Evidence.SIZE, Evidence.W1, Evidence.W2));

    /// For the many flips of a whole file: signed with the short key alone.
    private static final Policy SHORT =
            Policy.parse("log %s\nquorum none\n".formatted(Evidence.LOG.verifier()));

    private final DisclosurePackage small =
            evidence.disclosed(
                    new Note(
                            evidence.note(Evidence.SIZE).text(),
                            evidence.note(Evidence.SIZE).signatures().subList(0, 1)));

    @Test
    void aWholePackageProvesWhoWhatWhereAndWhen() {
        var proved = PackageCheck.check(whole.format(), BOTH, null);

        assertThat(proved.statement()).isEqualTo(evidence.statement);
        assertThat(proved.index()).isEqualTo(Evidence.INDEX);
        assertThat(proved.shown()).hasSize(2);
        assertThat(proved.hidden()).isEqualTo(6);
        assertThat(proved.speaker()).isInstanceOf(Proved.Speaker.HubForItsUser.class);
        assertThat(proved.earliest()).isEqualTo(new Proved.Earliest.After(4));
        assertThat(proved.by().notAfter().orElseThrow().at().getEpochSecond())
                .isEqualTo(Evidence.FIRST_WITNESS + 1);
    }

    @Test
    void everySingleBitFlipOfAPackageIsRejected() {
        var file = small.format();

        assertThat(accepts(file, SHORT, null)).isTrue();
        assertThat(flips(file, flipped -> accepts(flipped, SHORT, null)))
                .as("bits that make no difference")
                .isEmpty();
    }

    /// With the log's keys of both kinds and a witness's, as text and not escaped within a package.
    @Test
    void everySingleBitFlipOfAReceiptIsRejected() {
        var receipt = longestSignatureFirst().getBytes(UTF_8);

        assertThat(holds(receipt)).isTrue();
        assertThat(flips(receipt, this::holds)).as("bits that make no difference").isEmpty();
    }

    /// So that a flip in the longest signature, where most bits are, costs one verification.
    private String longestSignatureFirst() {
        var note = evidence.note(Evidence.SIZE, Evidence.W1);
        var lines = new ArrayList<>(note.signatures());
        lines.sort(Comparator.comparing(line -> -line.signature().length));
        return TlogProof.of(
                        evidence.tree(Evidence.SIZE).inclusion(Evidence.INDEX),
                        new Note(note.text(), lines))
                .format();
    }

    private boolean holds(byte[] receipt) {
        try {
            // what is not UTF-8 becomes a replacement sign, which is a change too
            TlogProof.parse(new String(receipt, UTF_8)).check(whole.leafHash(), TIMED);
            return true;
        } catch (InvalidValue | Unproven rejected) {
            return false;
        }
    }

    private static List<Integer> flips(byte[] bytes, Predicate<byte[]> isAccepted) {
        return IntStream.range(0, bytes.length * 8)
                .parallel()
                .filter(bit -> isAccepted.test(flipped(bytes, bit)))
                .boxed()
                .toList();
    }

    private byte[] put(byte[] statement, byte[] salt, byte[] receipt) {
        // what is not UTF-8 becomes a replacement sign, which is a change too
        return new DisclosurePackage(
                        statement,
                        salt,
                        whole.disclosures(),
                        new String(receipt, UTF_8),
                        null,
                        whole.seenPath())
                .format();
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        var other = bytes.clone();
        other[bit / 8] ^= (byte) (1 << bit % 8);
        return other;
    }

    private static boolean accepts(byte[] file, Policy policy, @Nullable VerifierKey key) {
        try {
            PackageCheck.check(file, policy, key);
            return true;
        } catch (Fault rejected) {
            return false;
        }
    }

    @Test
    void everyTruncationIsRejectedWithAFaultOfReading() {
        var file = whole.format();
        for (int length = 0; length < file.length; length++) {
            var shorter = java.util.Arrays.copyOf(file, length);
            assertThatThrownBy(() -> PackageCheck.check(shorter, BOTH, null))
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault ->
                                    assertThat(fault.kind())
                                            .isEqualTo(Fault.Kind.PACKAGE_UNREADABLE));
        }
    }

    @Test
    void aMissingWitnessIsNoQuorumAndWithoutWitnessesNoTimeIsProved() {
        var one = evidence.disclosed(evidence.note(Evidence.SIZE, Evidence.W1)).format();

        assertThat(fault(one, BOTH, null)).isEqualTo(Fault.Kind.RECEIPT_WRONG);
        assertThat(PackageCheck.check(one, ALONE, null).by().notAfter()).isEmpty();
    }

    @Test
    void aStatementOfAnotherOperationDoesNotPass() {
        var other = Policy.parse(Evidence.policy("", "none"));
        var statement = new String(evidence.bytes, UTF_8).replace("exercise\"", "exercism\"");

        assertThat(fault(put(statement.getBytes(UTF_8), whole.leafSalt(), bytes()), other, null))
                .isEqualTo(Fault.Kind.RECEIPT_WRONG);
    }

    private byte[] bytes() {
        return whole.receipt().getBytes(UTF_8);
    }

    @Test
    void aSeenTreeThatIsNotOfThisLogProvesNothing() {
        var lied = new Seen(Evidence.ORIGIN, 4, Evidence.seenTree(3).root());
        var said = Evidence.of(Assurance.HUB_ATTESTED, lied);
        var note = said.note(Evidence.SIZE);
        var file = said.disclosed(note);
        var silent =
                new DisclosurePackage(
                        file.statement(),
                        file.leafSalt(),
                        file.disclosures(),
                        file.receipt(),
                        null,
                        null);

        assertThat(fault(file.format(), ALONE, null)).isEqualTo(Fault.Kind.SEEN_WRONG);
        assertThat(PackageCheck.check(silent.format(), ALONE, null).earliest())
                .isEqualTo(new Proved.Earliest.Claimed(Evidence.ORIGIN, 4));
    }

    @Test
    void nobodySawATreeThatAlreadyHeldTheStatement() {
        var early = Evidence.seenTree(4);
        var claimed = new Seen(early.origin(), Evidence.INDEX + 1, early.root());
        var said = Evidence.of(Assurance.HUB_ATTESTED, claimed);

        assertThat(fault(said.disclosed(said.note(Evidence.SIZE)).format(), ALONE, null))
                .isEqualTo(Fault.Kind.SEEN_WRONG);
    }

    @Test
    void onlyACheckedSignatureIsTheOriginatorsWord() {
        var said = Evidence.of(Assurance.ORGANISATION_SIGNED, null);
        var signature = Evidence.ORG.signBytes(said.bytes);
        var plain = said.disclosed(said.note(Evidence.SIZE));
        var signed =
                new DisclosurePackage(
                                plain.statement(),
                                plain.leafSalt(),
                                plain.disclosures(),
                                plain.receipt(),
                                signature,
                                null)
                        .format();
        var key = Evidence.ORG.verifier();

        assertThat(PackageCheck.check(signed, ALONE, key).speaker())
                .isEqualTo(new Proved.Speaker.Originator(key));
        assertThat(PackageCheck.check(signed, ALONE, null).speaker())
                .isInstanceOf(Proved.Speaker.HubAlone.class);
        assertThat(PackageCheck.check(plain.format(), ALONE, key).speaker())
                .isInstanceOf(Proved.Speaker.HubAlone.class);
        assertThat(fault(signed, ALONE, Evidence.LOG.verifier()))
                .isEqualTo(Fault.Kind.SIGNATURE_WRONG);
    }

    @Test
    void aSignatureThatTheStatementDoesNotSpeakOfIsOdd() {
        var odd =
                new DisclosurePackage(
                        whole.statement(),
                        whole.leafSalt(),
                        whole.disclosures(),
                        whole.receipt(),
                        new byte[64],
                        whole.seenPath());

        assertThat(fault(odd.format(), BOTH, null)).isEqualTo(Fault.Kind.SIGNATURE_ODD);
    }

    private static Fault.Kind fault(byte[] file, Policy policy, @Nullable VerifierKey key) {
        try {
            PackageCheck.check(file, policy, key);
        } catch (Fault fault) {
            return fault.kind();
        }
        throw new AssertionError("It was accepted");
    }
}
