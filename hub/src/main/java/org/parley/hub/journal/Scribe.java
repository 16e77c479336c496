package org.parley.hub.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.TreeMap;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.json.CanonicalWriter;
import org.parley.kernel.json.JsonObject;
import org.parley.kernel.json.JsonString;
import org.parley.kernel.json.JsonValue;
import org.springframework.stereotype.Component;

/// Writes statements down: their canonical bytes, their salts, their leaves, and the files in which
/// parts of them are disclosed.
@Component
class Scribe {

    private static final int SALT = 16;
    private static final int SEED = 32;

    private final FieldText text;
    private final SecureRandom random = new SecureRandom();

    Scribe(FieldText text) {
        this.text = text;
    }

    byte[] salt() {
        return random(SALT);
    }

    private byte[] random(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /// A hash over all that a sender said, to tell a repetition from another statement of the same
    /// id.
    <B extends Record & Body> byte[] content(
            StatementKind<B> kind, Submission<B> submission, List<SaidField> fields) {
        var said = new TreeMap<String, JsonValue>();
        said.put("type", new JsonString(kind.type()));
        said.put("claimedAt", new JsonString(submission.claimedAt().toString()));
        said.put("label", new JsonString(LabelText.write(submission.label())));
        for (var field : fields) {
            said.put(field.fieldClass().code() + '/' + field.name(), Values.of(field.value()));
        }
        var canonical = new CanonicalWriter();
        canonical.value(JsonObject.of(said));
        return sha256(canonical.toByteArray());
    }

    /// TEMPORARY form until the kernel's statement form lands.
    <B extends Record & Body> Row row(
            StatementKind<B> kind,
            Submission<B> submission,
            List<SaidField> fields,
            byte[] content,
            NumberedLabel label,
            Said<B> said,
            List<String> marks) {
        var leafSalt = salt();
        var bytes = content;
        var exact = text.writeExact(fields);
        return new Row(
                said.index(),
                submission.id().value(),
                submission.actor().organisation().value(),
                kind.type(),
                kind.schema(),
                submission.actor().assurance().code(),
                label.number(),
                submission.claimedAt(),
                said.heardAt(),
                marks,
                submission.device().map(device -> device.device()).orElse(null),
                submission.device().map(device -> device.sequence()).orElse(null),
                bytes,
                sha256(bytes),
                new Row.Said(
                        submission.body().subject(),
                        submission.actor().account(),
                        leafSalt,
                        random(3 * SEED),
                        text.write(fields),
                        content,
                        exact == null ? null : random(SEED),
                        exact));
    }

    String disclosure(EntryStore.Stored stored, FieldClass upTo, Receipt receipt) {
        return receipt.text();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
