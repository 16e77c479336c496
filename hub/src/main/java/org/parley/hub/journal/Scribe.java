package org.parley.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.harm.HeldText;
import org.parley.kernel.json.JsonObject;
import org.parley.kernel.json.JsonString;
import org.parley.kernel.json.JsonValue;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Sha256;
import org.parley.kernel.statement.AuthorProof;
import org.parley.kernel.statement.DeviceSequence;
import org.parley.kernel.statement.Disclosure;
import org.parley.kernel.statement.DisclosurePackage;
import org.parley.kernel.statement.Field;
import org.parley.kernel.statement.Seeds;
import org.parley.kernel.statement.Statement;
import org.parley.kernel.statement.StatementForm;
import org.springframework.stereotype.Component;

/// Writes statements down: their canonical bytes, their salts, their leaves, and the files in which
/// parts of them are disclosed.
@Component
class Scribe {

    private final FieldText text;
    private final SecureRandom random = new SecureRandom();

    Scribe(FieldText text) {
        this.text = text;
    }

    byte[] salt() {
        return random(StatementForm.SALT_BYTES);
    }

    private byte[] random(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /// All that follows from a submission alone.
    <B extends Record & Body> Prepared<B> prepare(Kinds.Known<B> known, Submission<B> submission) {
        return prepare(
                known,
                submission,
                submission.authorSigned().map(signed -> new DraftSalts(signed.secret())));
    }

    /// @param fixed where its bytes are shown to its author before they are logged
    <B extends Record & Body> Prepared<B> prepare(
            Kinds.Known<B> known, Submission<B> submission, Optional<DraftSalts> fixed) {
        var asSent = known.form().fields(submission.body());
        var texts = new FreeTexts(fixed.map(DraftSalts::heldSalts).orElse(this::heldSalt));
        var kept = texts.without(asSent);
        var said = new ArrayList<>(kept);
        said.addAll(submission.references().fields());
        var fields = said.stream().map(Scribe::field).toList();
        var whole = texts.held().isEmpty() ? fields : whole(asSent, submission);
        submission.signed().ifPresent(signed -> said.add(texts.signed(signed.field(said))));
        return new Prepared<>(
                known,
                texts.held().isEmpty() ? submission : submission.saying(known.form().body(kept)),
                submission.signed().isEmpty() ? fields : said.stream().map(Scribe::field).toList(),
                text.write(said),
                text.writeExact(said),
                // a repetition is known by what was sent, not by how it was signed
                content(known.kind(), submission, whole),
                texts.held(),
                HarmScreen.refusal(known.kind().type(), whole));
    }

    private static List<Field> whole(List<SaidField> asSent, Submission<?> submission) {
        return Stream.concat(asSent.stream(), submission.references().fields().stream())
                .map(Scribe::field)
                .toList();
    }

    private byte[] heldSalt() {
        return random(HeldText.SALT_BYTES);
    }

    private static byte[] content(
            StatementKind<?> kind, Submission<?> submission, List<Field> fields) {
        var said = new TreeMap<String, JsonValue>();
        said.put("type", new JsonString(kind.type()));
        said.put("claimedAt", new JsonString(submission.claimedAt().toString()));
        said.put("label", new JsonString(LabelText.write(submission.label())));
        submission
                .authorSigned()
                .ifPresent(_ -> said.put("key", new JsonString(submission.actor().key())));
        for (var field : fields) {
            said.put(field.fieldClass().code() + '/' + field.name(), field.value());
        }
        return Sha256.digest().digest(new JsonObject(said).canonical());
    }

    /// The row of a statement that is accepted.
    <B extends Record & Body> Row row(
            Prepared<B> prepared, NumberedLabel label, Said<B> said, List<String> marks) {
        var submission = prepared.submission();
        var kind = prepared.known().kind();
        var fixed = submission.authorSigned().map(signed -> new DraftSalts(signed.secret()));
        var exactSeed =
                prepared.exact() == null
                        ? null
                        : fixed.map(DraftSalts::exactSeed).orElseGet(() -> random(Seeds.BYTES));
        var seeds = fixed.map(DraftSalts::seeds).orElseGet(() -> random(3 * Seeds.BYTES));
        var leafSalt = salt();
        var bytes = bytes(prepared, label, Seeds.of(seeds, exactSeed));
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
                submission.device().map(DeviceSequence::device).orElse(null),
                submission.device().map(DeviceSequence::sequence).orElse(null),
                bytes,
                StatementForm.leafData(leafSalt, bytes),
                new Row.Said(
                        submission.body().subject(),
                        submission.actor().account(),
                        leafSalt,
                        seeds,
                        prepared.text(),
                        prepared.content(),
                        exactSeed,
                        prepared.exact(),
                        submission.authorSigned().map(Scribe::text).orElse(null),
                        prepared.held()));
    }

    private static String text(AuthorSigned signed) {
        return new String(signed.proof().json().canonical(), UTF_8);
    }

    /// The bytes that are logged.
    byte[] bytes(Prepared<?> prepared, NumberedLabel label, Seeds seeds) {
        return StatementForm.encode(
                head(prepared.known().kind(), prepared.submission(), label),
                prepared.fields(),
                seeds);
    }

    /// The bytes of a statement whose salts were fixed before.
    byte[] bytes(Prepared<?> prepared, NumberedLabel label, byte[] secret) {
        return bytes(prepared, label, seeds(prepared, secret));
    }

    private static Seeds seeds(Prepared<?> prepared, byte[] secret) {
        var salts = new DraftSalts(secret);
        return Seeds.of(salts.seeds(), prepared.exact() == null ? null : salts.exactSeed());
    }

    /// The salt of a label that is new with this statement.
    byte[] labelSalt(Submission<?> submission) {
        return submission
                .authorSigned()
                .map(signed -> new DraftSalts(signed.secret()).labelSalt())
                .orElseGet(this::salt);
    }

    /// All that is said, with its salts.
    List<Disclosure> disclose(Prepared<?> prepared, byte[] secret) {
        return StatementForm.disclose(prepared.fields(), seeds(prepared, secret));
    }

    private static Statement head(
            StatementKind<?> kind, Submission<?> submission, NumberedLabel label) {
        return new Statement(
                submission.operation(),
                submission.id(),
                kind.type(),
                kind.schema(),
                submission.actor().organisation(),
                submission.actor().key(),
                submission.actor().assurance(),
                submission.claimedAt(),
                submission.device().orElse(null),
                submission.seen().orElse(null),
                StatementForm.labelDigest(label.salt(), label.text()));
    }

    private static Field field(SaidField said) {
        return new Field(said.name(), said.fieldClass(), Values.of(said.value()));
    }

    /// What a device signed, held back: what stands in its place is nothing that one could check.
    private static boolean isHeldSignature(Field field) {
        return field.name().equals(Signed.FIELD)
                && field.value() instanceof JsonString(var text)
                && HeldText.TOKEN.matcher(text).matches();
    }

    /// The disclosure package with the fields up to a class.
    String disclosure(
            EntryStore.Stored stored,
            FieldClass upTo,
            Receipt receipt,
            @Nullable List<Hash> seenPath,
            @Nullable AuthorProof author) {
        var fields = new ArrayList<Field>();
        for (var fieldClass : FieldClass.values()) {
            if (upTo.covers(fieldClass)) {
                text.read(
                        requireNonNull(stored.fields()), stored.exactFields(), fieldClass, fields);
            }
        }
        fields.removeIf(Scribe::isHeldSignature);
        var seeds = Seeds.of(requireNonNull(stored.seeds()), stored.exactSeed());
        var disclosed =
                new DisclosurePackage(
                        stored.statement(),
                        requireNonNull(stored.leafSalt()),
                        StatementForm.disclose(fields, seeds),
                        receipt.text(),
                        null,
                        seenPath,
                        author);
        return new String(disclosed.format(), UTF_8);
    }
}
