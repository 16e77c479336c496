package org.parley.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Account;
import org.parley.hub.access.MembershipBegan;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.CompactRange;
import org.parley.kernel.proof.EntryBundle;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.KeyKind;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.Tile;
import org.parley.kernel.proof.TileTree;
import org.parley.kernel.proof.TlogProof;
import org.parley.kernel.statement.DisclosurePackage;
import org.parley.kernel.statement.WrittenStatement;

/// A partner without an account mirrors a log over HTTP and checks every leaf.
class MirrorTest {

    private static final OperationId MIRRORED = new OperationId("mirrored");
    private static final int STATEMENTS = 300; // one full tile and a partial one on two levels

    private final HubUnderTest hub = HubUnderTest.shared();
    private final HubClient stranger = hub.stranger();

    private List<StatementId> say() {
        hub.open(MIRRORED.value());
        hub.bean(SignIns.class)
                .enrol(
                        new Account(
                                "mirrored-desk",
                                new PartnerId("host"),
                                "Desk",
                                false,
                                true,
                                List.of(
                                        new Account.Part(
                                                MIRRORED, Role.CONTRIBUTOR, FieldClass.EXACT))));
        var host = new PartnerId("host");
        var said = new ArrayList<Submission<?>>();
        for (int i = 0; i < STATEMENTS; i++) {
            said.add(
                    new Submission<>(
                            MIRRORED,
                            new StatementId(UUID.randomUUID()),
                            Actor.signedIn(host, "desk"),
                            Label.operation(host, FieldClass.OPERATIONAL),
                            Instant.parse("2026-01-02T08:00:00Z"),
                            new MembershipBegan(new PartnerId("partner-" + i), null)));
        }
        var outcomes = hub.bean(Journal.class).submitAll(said);
        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Recorded.class);
        return said.stream().<StatementId>map(Submission::id).toList();
    }

    private HubClient.Answer get(String path) {
        return stranger.get("/log/" + MIRRORED + "/" + path);
    }

    private byte[] tile(Tile tile) {
        var answer = get(tile.path());
        assertThat(answer.status()).as(tile.path()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(answer.header("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(answer.bytes()).hasSize(tile.width() * Hash.BYTES);
        return answer.bytes();
    }

    @Test
    void everyLeafOfAMirrorIsUnderTheSignedRoot() {
        var said = say();
        var policy = Policy.parse(get("policy").text());
        var answer = get("checkpoint");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        var accepted = policy.accept(Note.parse(answer.bytes()));
        assertThat(accepted.signatures())
                .extracting(signature -> signature.key().kind())
                .containsExactlyInAnyOrder(KeyKind.ED25519, KeyKind.ML_DSA_44);
        var head = accepted.checkpoint();
        assertThat(head.size()).isEqualTo(STATEMENTS);

        var leaves = new ArrayList<Hash>();
        for (long index = 0; leaves.size() < head.size(); index++) {
            var tile = Tile.in(head.size(), 0, index);
            var bytes = tile(tile);
            var entries = get(Tile.entriesPath(index, tile.width()));
            assertThat(entries.header("Content-Type")).isEqualTo("application/octet-stream");
            var bundle = EntryBundle.parse(entries.bytes());
            assertThat(bundle).hasSize(tile.width());
            for (int i = 0; i < tile.width(); i++) {
                var leaf = Hash.at(bytes, i * Hash.BYTES);
                assertThat(Rfc6962.leaf(bundle.get(i))).isEqualTo(leaf);
                leaves.add(leaf);
            }
        }
        assertThat(CompactRange.EMPTY.appendAll(leaves).root()).isEqualTo(head.root());
        var tree = new TileTree(head.size(), this::tile);
        assertThat(tree.root()).isEqualTo(head.root());
        for (int i = 0; i < leaves.size(); i++) {
            assertThat(tree.inclusion(i).proves(leaves.get(i), head.root())).isTrue();
        }
        for (int older = 1; older < head.size(); older += 37) {
            var root = CompactRange.EMPTY.appendAll(leaves.subList(0, older)).root();
            assertThat(tree.consistencyFrom(older).proves(root, head.root())).isTrue();
        }
        packagesAreOfTheMirroredLeaves(said, leaves, policy);
    }

    private void packagesAreOfTheMirroredLeaves(
            List<StatementId> said, List<Hash> leaves, Policy policy) {
        var reader =
                new org.parley.kernel.audience.Reader(
                        MIRRORED,
                        new PartnerId("host"),
                        true,
                        FieldClass.EXACT,
                        java.util.Set.of());
        hub.behalf("mirrored-desk", MIRRORED);
        var journal = hub.bean(Journal.class);
        for (int i = 0; i < said.size(); i += 50) {
            var file =
                    hub.bean(Statements.class)
                            .disclosure(
                                    journal.sight(reader),
                                    journal.now(MIRRORED),
                                    new PartnerId("host"),
                                    said.get(i))
                            .orElseThrow()
                            .getBytes(StandardCharsets.UTF_8);
            var parts = DisclosurePackage.parse(file);
            assertThat(parts.leafHash()).isEqualTo(leaves.get(i));
            WrittenStatement.parse(parts.statement()).requireAll(parts.disclosures());
            assertThat(TlogProof.parse(parts.receipt()).check(parts.leafHash(), policy).index())
                    .isEqualTo(i);
        }
    }

    @Test
    void nothingIsServedThatNoCheckpointCovers() {
        for (var path :
                List.of(
                        "/log/exercise/tile/0/999",
                        "/log/exercise/tile/0/000.p/999",
                        "/log/exercise/tile/0/000.p/0",
                        "/log/exercise/tile/0/x000/000",
                        "/log/exercise/tile/7/000",
                        "/log/exercise/tile/8/000",
                        "/log/exercise/tile/0/-01",
                        "/log/exercise/tile/entries/999",
                        "/log/exercise/tile/0/..%2f..%2fcheckpoint",
                        "/log/nowhere/checkpoint",
                        "/log/nowhere/tile/0/000",
                        "/log/nowhere")) {
            var answer = stranger.get(path);
            assertThat(answer.status()).as(path).isBetween(400, 404);
        }
    }

    @Test
    void withoutAWitnessTheMetadataSayOnWhatTheHistoryRests() {
        var answer = stranger.get("/log/exercise");

        assertThat(answer.status()).isEqualTo(200);
        var said = answer.json();
        assertThat(said.get("restsOn").asString()).isEqualTo("hub-signature-alone");
        assertThat(said.get("statement").asString())
                .isEqualTo(
                        "No witness is configured: the history rests on the hub's own signature"
                                + " alone.");
        assertThat(said.get("keys")).hasSize(2);
        assertThat(stranger.get("/log/exercise/policy").text())
                .contains("# No witness is configured");
        assertThat(
                        Checkpoint.parse(
                                        Note.parse(stranger.get("/log/exercise/checkpoint").text())
                                                .text())
                                .origin())
                .isEqualTo(said.get("origin").asString());
    }
}
