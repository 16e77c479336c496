package org.parley.kernel.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.json.CanonicalWriter;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.Sha256;

/// How a statement is written down: canonical JSON with the head and the sorted digests of the
/// fields, without their names. Decoys fill the digests up to a power of two, at least 8, so that
/// neither what was said nor how much can be read from the bytes.
public final class StatementForm {

    public static final int VERSION = 1;
    public static final int SALT_BYTES = 16;

    private static final int FEWEST_DIGESTS = 8;
    private static final int MOST_FIELDS = 4096;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private StatementForm() {}

    /// The bytes that are logged. The same statement, fields and seeds give the same bytes.
    ///
    /// @throws InvalidValue when two fields have one name, or a class has no seed
    public static byte[] encode(Statement statement, List<Field> fields, Seeds seeds) {
        var out = new CanonicalWriter();
        var digests = digests(fields, seeds, out);
        out.clear();
        write(out, statement, digests);
        return out.toByteArray();
    }

    /// What lets a reader test these fields against the statement's bytes, and no others.
    public static List<Disclosure> disclose(List<Field> fields, Seeds seeds) {
        var salts = new FieldSalts(seeds);
        return fields.stream().map(f -> new Disclosure(f.name(), f.value(), salts.of(f))).toList();
    }

    /// The audience label as a statement carries it.
    ///
    /// @param salt 16 bytes, kept with the label
    public static String labelDigest(byte[] salt, String label) {
        return BASE64.encodeToString(salted(salt, label.getBytes(UTF_8)));
    }

    /// The 32 bytes in the log: a commitment that says nothing about the statement.
    ///
    /// @param salt 16 bytes, kept with the statement and destroyed with it
    public static byte[] leafData(byte[] salt, byte[] statement) {
        return salted(salt, statement);
    }

    public static Hash leafHash(byte[] salt, byte[] statement) {
        return Rfc6962.leaf(leafData(salt, statement));
    }

    private static byte[] salted(byte[] salt, byte[] bytes) {
        if (salt.length != SALT_BYTES) {
            throw new InvalidValue("salt", "must be 16 bytes, was " + salt.length);
        }
        var sha = Sha256.digest();
        sha.update(salt);
        return sha.digest(bytes);
    }

    private static String[] digests(List<Field> fields, Seeds seeds, CanonicalWriter scratch) {
        if (fields.size() > MOST_FIELDS) {
            throw new InvalidValue("fields", "are more than " + MOST_FIELDS);
        }
        FieldSalts.refuseRepeatedNames(fields);
        var salts = new FieldSalts(seeds);
        var sha = Sha256.digest();
        var digests = new String[padded(fields.size())];
        for (int i = 0; i < digests.length; i++) {
            byte[] digest;
            if (i < fields.size()) {
                var field = fields.get(i);
                scratch.clear();
                Disclosure.write(scratch, field.name(), field.value());
                sha.update(salts.of(field));
                sha.update(scratch.buffer(), 0, scratch.length());
                digest = sha.digest();
            } else {
                digest = salts.decoy(i);
            }
            digests[i] = BASE64.encodeToString(digest);
        }
        Arrays.sort(digests); // their order would tell the order of the fields
        return digests;
    }

    static int padded(int fields) {
        return fields <= FEWEST_DIGESTS ? FEWEST_DIGESTS : Integer.highestOneBit(fields - 1) * 2;
    }

    private static void write(CanonicalWriter out, Statement statement, String[] digests) {
        out.raw("{\"assurance\":\"");
        out.raw(statement.assurance().code());
        out.raw("\",\"claimedAt\":\"");
        out.raw(statement.claimedAt().toString());
        out.raw("\"");
        device(out, statement.device());
        out.raw(",\"fields\":[\"");
        for (int i = 0; i < digests.length; i++) {
            out.raw(i == 0 ? "" : "\",\"");
            out.raw(digests[i]);
        }
        out.raw("\"],\"id\":\"");
        out.raw(statement.id().toString());
        out.raw("\",\"key\":");
        out.string(statement.key());
        out.raw(",\"label\":\"");
        out.raw(statement.label());
        out.raw("\",\"operation\":\"");
        out.raw(statement.operation().value());
        out.raw("\",\"originator\":\"");
        out.raw(statement.originator().value());
        out.raw("\",\"schema\":");
        out.integer(statement.schema());
        seen(out, statement.seen());
        out.raw(",\"type\":");
        out.string(statement.type());
        out.raw(",\"v\":1}");
    }

    private static void device(CanonicalWriter out, @Nullable DeviceSequence device) {
        if (device != null) {
            out.raw(",\"device\":{\"id\":");
            out.string(device.device());
            out.raw(",\"seq\":");
            out.integer(device.sequence());
            out.raw("}");
        }
    }

    private static void seen(CanonicalWriter out, @Nullable Seen seen) {
        if (seen != null) {
            out.raw(",\"seen\":{\"origin\":");
            out.string(seen.origin());
            out.raw(",\"root\":");
            out.string(seen.root());
            out.raw(",\"size\":");
            out.integer(seen.size());
            out.raw("}");
        }
    }
}
