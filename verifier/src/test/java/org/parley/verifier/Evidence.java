package org.parley.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.json.JsonNumber;
import org.parley.kernel.json.JsonString;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.CompactRange;
import org.parley.kernel.proof.EntryBundle;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.KeyKind;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.SigningKey;
import org.parley.kernel.proof.Tile;
import org.parley.kernel.proof.TileContent;
import org.parley.kernel.proof.TileTree;
import org.parley.kernel.proof.TlogProof;
import org.parley.kernel.statement.Assurance;
import org.parley.kernel.statement.DeviceSequence;
import org.parley.kernel.statement.DeviceStatement;
import org.parley.kernel.statement.DisclosurePackage;
import org.parley.kernel.statement.Field;
import org.parley.kernel.statement.Seeds;
import org.parley.kernel.statement.Seen;
import org.parley.kernel.statement.Statement;
import org.parley.kernel.statement.StatementForm;

/// A log of an invented operation with one statement at index 6, and all the keys.
final class Evidence {

    static final String ORIGIN = "parley.example/exercise";
    static final String ID = "6f1c2f0e-5a0b-4c1e-9d0e-0123456789ab";
    static final long FIRST_WITNESS = Instant.parse("2031-05-04T12:00:05Z").getEpochSecond();
    static final byte[] SALT = "0123456789abcdef".getBytes(UTF_8);
    static final int INDEX = 6;
    static final int SIZE = 11;

    static final SigningKey LOG = SigningKey.generate(ORIGIN, KeyKind.ED25519);
    static final SigningKey LOG_PQ = SigningKey.generate(ORIGIN, KeyKind.ML_DSA_44);
    static final SigningKey ORG = SigningKey.generate("org-k/desk", KeyKind.ED25519);
    static final SigningKey W1 = SigningKey.generate("w1.example", KeyKind.COSIGNATURE_V1);
    static final SigningKey W2 = SigningKey.generate("w2.example", KeyKind.ML_DSA_44);

    static final List<Field> FIELDS =
            List.of(
                    new Field("status", FieldClass.HEADER, new JsonString("arrived")),
                    new Field("trucks", FieldClass.OPERATIONAL, JsonNumber.of(14)),
                    new Field("plate", FieldClass.EXACT, new JsonString("14-ش")));
    static final Seeds SEEDS = Seeds.of(new byte[96], new byte[32]);

    final Statement statement;
    final byte[] bytes;
    final List<byte[]> entries = new ArrayList<>();
    final byte[] tile;
    private final List<Field> shown;

    private Evidence(Statement statement) {
        this(statement, FIELDS, FIELDS.subList(0, 2));
    }

    private Evidence(Statement statement, List<Field> fields, List<Field> shown) {
        this.statement = statement;
        this.shown = shown;
        this.bytes = StatementForm.encode(statement, fields, SEEDS);
        for (int i = 0; i < SIZE; i++) {
            entries.add(i == INDEX ? StatementForm.leafData(SALT, bytes) : other(i));
        }
        this.tile = TileContent.appended(0, leaves(SIZE), _ -> new byte[0]).getFirst().hashes();
    }

    private static byte[] other(int i) {
        return Rfc6962.leaf(new byte[] {(byte) i}).bytes();
    }

    static Evidence of(Assurance assurance, @Nullable Seen seen) {
        return of(assurance, "flow.arrival", seen);
    }

    static Evidence of(Assurance assurance, String type, @Nullable Seen seen) {
        return of(assurance, "hub", type, seen);
    }

    static Evidence of(Assurance assurance, String key, String type, @Nullable Seen seen) {
        return new Evidence(
                new Statement(
                        new OperationId("exercise"),
                        new StatementId(UUID.fromString(ID)),
                        type,
                        1,
                        new PartnerId("org-k"),
                        key,
                        assurance,
                        Instant.parse("2031-05-04T03:02:01Z"),
                        null,
                        seen,
                        StatementForm.labelDigest(SALT, "operation:F1")));
    }

    static Evidence attested() {
        return of(Assurance.HUB_ATTESTED, seenTree(4));
    }

    /// Made by a device, whose text is one of the fields.
    ///
    /// @param trucks as the hub wrote it down; the device signed 14
    /// @param number that the statement has in the device's order; the device signed 3
    static Evidence byDevice(int trucks, int number) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            var x = base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
            var header =
                    "{\"alg\":\"EdDSA\",\"jwk\":{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"},\"typ\":\"%s\"}"
                            .formatted(x, DeviceStatement.TYPE);
            var payload =
                    """
                    {"hub":"https://hub.example","operation":"exercise",
                     "signedAt":"2031-05-04T03:10:00Z",
                     "statement":{"id":"%s","type":"flow.arrival","claimedAt":"2031-05-04T03:02:01Z",
                      "device":{"id":"key.a","seq":3},"says":{"status":"arrived","trucks":14}}}\
                    """
                            .formatted(ID);
            var text = base64(header.getBytes(UTF_8)) + "." + base64(payload.getBytes(UTF_8));
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(UTF_8));
            var jws = text + "." + base64(signature.sign());
            var fields =
                    List.of(
                            FIELDS.getFirst(),
                            new Field("trucks", FieldClass.OPERATIONAL, JsonNumber.of(trucks)),
                            new Field(
                                    DeviceStatement.FIELD,
                                    FieldClass.OPERATIONAL,
                                    new JsonString(jws)));
            return new Evidence(
                    new Statement(
                            new OperationId("exercise"),
                            new StatementId(UUID.fromString(ID)),
                            "flow.arrival",
                            1,
                            new PartnerId("org-k"),
                            DeviceStatement.parse(jws).text().key(),
                            Assurance.DEVICE_SIGNED,
                            Instant.parse("2031-05-04T03:02:01Z"),
                            new DeviceSequence("key.a", number),
                            null,
                            StatementForm.labelDigest(SALT, "operation:F1")),
                    fields,
                    fields);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What an author had seen of the log: the leaves before the statement are always the same.
    static Seen seenTree(int size) {
        var leaves = new ArrayList<Hash>();
        for (int i = 0; i < size; i++) {
            leaves.add(Rfc6962.leaf(other(i)));
        }
        return new Seen(ORIGIN, size, CompactRange.EMPTY.appendAll(leaves).root().base64());
    }

    List<Hash> leaves(int size) {
        return entries.subList(0, size).stream().map(Rfc6962::leaf).toList();
    }

    TileTree tree(int size) {
        return new TileTree(size, _ -> tile);
    }

    Note note(int size, SigningKey... cosigners) {
        var checkpoint = new Checkpoint(ORIGIN, size, tree(size).root());
        var note =
                new Note(
                        checkpoint.body(),
                        List.of(LOG.sign(checkpoint, 0), LOG_PQ.sign(checkpoint, 0)));
        for (int i = 0; i < cosigners.length; i++) {
            note = note.with(cosigners[i].sign(checkpoint, FIRST_WITNESS + i));
        }
        return note;
    }

    DisclosurePackage disclosed(Note note) {
        var seen = statement.seen();
        return new DisclosurePackage(
                bytes,
                SALT,
                StatementForm.disclose(shown, SEEDS),
                TlogProof.of(tree(SIZE).inclusion(INDEX), note).format(),
                null,
                seen == null ? null : tree(SIZE).consistencyFrom(seen.size()).path());
    }

    static String policy(String witnesses, String quorum) {
        return "log %s\nlog %s\n%squorum %s\n"
                .formatted(LOG.verifier(), LOG_PQ.verifier(), witnesses, quorum);
    }

    static String bothWitnesses() {
        return policy(
                "witness north %s\nwitness south %s\ngroup both all north south\n"
                        .formatted(W1.verifier(), W2.verifier()),
                "both");
    }

    /// The log as a mirror has it.
    void mirror(Path folder) {
        try {
            Files.writeString(folder.resolve("checkpoint"), note(SIZE, W1, W2).format());
            write(folder.resolve(new Tile(0, 0, SIZE).path()), tile);
            write(folder.resolve(Tile.entriesPath(0, SIZE)), EntryBundle.format(entries));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.resolve(".."));
        Files.write(file, bytes);
    }
}
