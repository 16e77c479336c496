package org.parley.kernel.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.json.Json;
import org.parley.kernel.json.JsonArray;
import org.parley.kernel.json.JsonNumber;
import org.parley.kernel.json.JsonObject;
import org.parley.kernel.json.JsonString;
import org.parley.kernel.json.JsonValue;
import org.parley.kernel.proof.Hash;

/// All that somebody needs in order to check, with the hub switched off, that a statement is in the
/// log and says these fields: one JSON file.
///
/// @param statement the logged bytes
/// @param leafSalt 16 bytes
/// @param disclosures the fields that this reader may see
/// @param receipt a tlog-proof
/// @param signature the originator's own over the statement's bytes, null when only the hub attests
/// @param seenPath the consistency proof from the tree that the statement names as seen to the
///     receipt's, null where it names none or none of this log
/// @param authorProof a passkey's signature over the statement's hash, null where there is none
public record DisclosurePackage(
        byte[] statement,
        byte[] leafSalt,
        List<Disclosure> disclosures,
        String receipt,
        byte @Nullable [] signature,
        @Nullable List<Hash> seenPath,
        @Nullable AuthorProof authorProof) {

    public static final String MEDIA_TYPE = "application/vnd.parley.disclosure+json";
    public static final int VERSION = 1;

    private static final Set<String> NAMES =
            Set.of(
                    "mediaType",
                    "version",
                    "statement",
                    "leafSalt",
                    "disclosures",
                    "receipt",
                    "signature",
                    "seenPath",
                    "authorProof");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public DisclosurePackage {
        statement = statement.clone();
        leafSalt = leafSalt.clone();
        disclosures = List.copyOf(disclosures);
        signature = signature == null ? null : signature.clone();
        seenPath = seenPath == null ? null : List.copyOf(seenPath);
    }

    /// A package without a passkey's signature.
    public DisclosurePackage(
            byte[] statement,
            byte[] leafSalt,
            List<Disclosure> disclosures,
            String receipt,
            byte @Nullable [] signature,
            @Nullable List<Hash> seenPath) {
        this(statement, leafSalt, disclosures, receipt, signature, seenPath, null);
    }

    /// The hash that the receipt must be for.
    public Hash leafHash() {
        return StatementForm.leafHash(leafSalt, statement);
    }

    public byte[] format() {
        var json = new TreeMap<String, JsonValue>();
        json.put("mediaType", new JsonString(MEDIA_TYPE));
        json.put("version", JsonNumber.of(VERSION));
        json.put("statement", new JsonString(new String(statement, UTF_8)));
        json.put("leafSalt", text(leafSalt));
        json.put(
                "disclosures",
                new JsonArray(disclosures.stream().map(DisclosurePackage::json).toList()));
        json.put("receipt", new JsonString(receipt));
        if (signature != null) {
            json.put("signature", text(signature));
        }
        if (seenPath != null) {
            json.put(
                    "seenPath",
                    new JsonArray(
                            seenPath.stream()
                                    .<JsonValue>map(hash -> new JsonString(hash.base64()))
                                    .toList()));
        }
        if (authorProof != null) {
            json.put("authorProof", authorProof.json());
        }
        return JsonObject.of(json).canonical();
    }

    private static JsonValue json(Disclosure disclosure) {
        var json = new TreeMap<String, JsonValue>();
        json.put("name", new JsonString(disclosure.name()));
        json.put("value", disclosure.value());
        json.put("salt", text(disclosure.salt()));
        return JsonObject.of(json);
    }

    /// Reads a package; only its one canonical form is accepted, so that a changed file is never
    /// taken for the one that was handed out.
    public static DisclosurePackage parse(byte[] file) {
        var json = Json.parse(file);
        if (!Arrays.equals(json.canonical(), file)) {
            throw new InvalidValue("package", "must be canonical JSON");
        }
        var members = Members.of("package", json);
        members.only(NAMES);
        if (!members.text("mediaType").equals(MEDIA_TYPE)
                || members.integer("version") != VERSION) {
            throw new InvalidValue("package", "must be %s, version 1".formatted(MEDIA_TYPE));
        }
        return new DisclosurePackage(
                members.text("statement").getBytes(UTF_8),
                bytes("leafSalt", members.text("leafSalt")),
                members.items("disclosures").stream().map(DisclosurePackage::disclosure).toList(),
                members.text("receipt"),
                members.findText("signature").map(s -> bytes("signature", s)).orElse(null),
                members.findTexts("seenPath")
                        .map(path -> path.stream().map(Hash::parse).toList())
                        .orElse(null),
                members.object().find("authorProof").map(AuthorProof::of).orElse(null));
    }

    private static Disclosure disclosure(JsonValue value) {
        var members = Members.of("disclosure", value);
        members.only(Set.of("name", "value", "salt"));
        return new Disclosure(
                members.text("name"), members.get("value"), bytes("salt", members.text("salt")));
    }

    private static JsonString text(byte[] bytes) {
        return new JsonString(BASE64.encodeToString(bytes));
    }

    static byte[] bytes(String field, String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (BASE64.encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new InvalidValue(field, "must be canonical base64url");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DisclosurePackage theirs
                && Arrays.equals(format(), theirs.format());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(statement);
    }
}
