package org.parley.kernel.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.json.Json;
import org.parley.kernel.json.JsonObject;
import org.parley.kernel.json.JsonString;
import org.parley.kernel.json.JsonValue;
import org.parley.kernel.proof.Sha256;

/// A passkey has signed the hash of a statement, its holder verified by finger, face or PIN: an
/// assertion of W3C Web Authentication whose challenge is that hash. What it proves can be checked
/// by anybody who has the public key; whose key that is, is somebody's word.
///
/// @param publicKey as X.509 SubjectPublicKeyInfo
/// @param authenticatorData what the authenticator says of itself, signed
/// @param clientData what the browser says of the page, as JSON, signed by its hash
public record AuthorProof(
        byte[] publicKey, byte[] authenticatorData, byte[] clientData, byte[] signature) {

    /// More than any authenticator makes.
    public static final int MOST_BYTES = 2000;

    private static final int FLAGS = 32;
    private static final int SHORTEST = 37;

    /// Somebody was there, and was verified.
    private static final int PRESENT_AND_VERIFIED = 0x05;

    /// The kinds of keys that passkeys have, and the signatures that go with each.
    private static final Map<String, String> ALGORITHMS =
            Map.of("EC", "SHA256withECDSA", "Ed25519", "Ed25519", "RSA", "SHA256withRSA");

    public AuthorProof {
        publicKey = publicKey.clone();
        authenticatorData = authenticatorData.clone();
        clientData = clientData.clone();
        signature = signature.clone();
        for (var part : List.of(publicKey, authenticatorData, clientData, signature)) {
            if (part.length == 0 || part.length > MOST_BYTES) {
                throw new InvalidValue("authorProof", "has a part that is too long, or empty");
            }
        }
    }

    /// What an authenticator is asked to sign.
    public static byte[] challenge(byte[] statement) {
        return Sha256.digest().digest(statement);
    }

    /// Whether the key has signed this statement's hash, with its holder verified.
    public boolean proves(byte[] statement) {
        return provesHash(challenge(statement));
    }

    /// The same, of a statement that only its hash is known of.
    public boolean provesHash(byte[] hash) {
        try {
            return isFor(hash) && isVerified() && isSigned();
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            return false;
        }
    }

    private boolean isFor(byte[] hash) {
        return said("type").equals("webauthn.get") && said("challenge").equals(base64(hash));
    }

    /// The page that the browser was on, as it says; empty where it says nothing.
    public String origin() {
        try {
            return said("origin");
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private String said(String name) {
        return Json.parse(clientData) instanceof JsonObject client
                        && client.find(name).orElse(null) instanceof JsonString(var text)
                ? text
                : "";
    }

    /// Whether the key was made for this domain.
    public boolean isForDomain(String domain) {
        return authenticatorData.length >= SHORTEST
                && Arrays.equals(
                        Sha256.digest().digest(domain.getBytes(UTF_8)),
                        Arrays.copyOf(authenticatorData, FLAGS));
    }

    private boolean isVerified() {
        return authenticatorData.length >= SHORTEST
                && (authenticatorData[FLAGS] & PRESENT_AND_VERIFIED) == PRESENT_AND_VERIFIED;
    }

    private boolean isSigned() throws GeneralSecurityException {
        var key = key();
        var algorithm = key.getAlgorithm().equals("EdDSA") ? "Ed25519" : key.getAlgorithm();
        var check = Signature.getInstance(ALGORITHMS.getOrDefault(algorithm, "none"));
        check.initVerify(key);
        check.update(authenticatorData);
        check.update(Sha256.digest().digest(clientData));
        return check.verify(signature);
    }

    private PublicKey key() throws GeneralSecurityException {
        for (var algorithm : ALGORITHMS.keySet()) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePublic(new X509EncodedKeySpec(publicKey));
            } catch (GeneralSecurityException anotherKind) {
                // the next may be it
            }
        }
        throw new GeneralSecurityException("no key of a kind that passkeys have");
    }

    /// How a statement names the key that its author signs it with: all of the hash, so
    /// that no other key takes its place.
    public static String keyId(byte[] publicKey) {
        return "passkey:" + base64(Sha256.digest().digest(publicKey));
    }

    /// What people compare a key by: the beginning of its hash.
    public String keyName() {
        return base64(Sha256.digest().digest(publicKey)).substring(0, 16);
    }

    public JsonValue json() {
        var json = new TreeMap<String, JsonValue>();
        json.put("publicKey", new JsonString(base64(publicKey)));
        json.put("authenticatorData", new JsonString(base64(authenticatorData)));
        json.put("clientData", new JsonString(base64(clientData)));
        json.put("signature", new JsonString(base64(signature)));
        return JsonObject.of(json);
    }

    /// @throws InvalidValue when it is not what [#json()] makes
    public static AuthorProof of(JsonValue value) {
        var members = Members.of("authorProof", value);
        members.only(Set.of("publicKey", "authenticatorData", "clientData", "signature"));
        return new AuthorProof(
                part(members, "publicKey"),
                part(members, "authenticatorData"),
                part(members, "clientData"),
                part(members, "signature"));
    }

    private static byte[] part(Members members, String name) {
        return DisclosurePackage.bytes("authorProof." + name, members.text(name));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuthorProof(var key, var data, var client, var signed)
                && Arrays.equals(publicKey, key)
                && Arrays.equals(authenticatorData, data)
                && Arrays.equals(clientData, client)
                && Arrays.equals(signature, signed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }
}
