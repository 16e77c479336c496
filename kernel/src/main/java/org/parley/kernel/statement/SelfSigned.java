package org.parley.kernel.statement;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.json.Json;
import org.parley.kernel.json.JsonObject;
import org.parley.kernel.json.JsonValue;
import org.parley.kernel.proof.KeySafety;
import org.parley.kernel.proof.Sha256;

/// A text that brings the public key which signed it: a compact JWS (RFC 7515) whose header has
/// `alg`, `typ` and `jwk` and nothing else. Ed25519 and ES256, each with its own kind of key. Whose
/// key it is, is somebody else's word.
///
/// @param algorithm `EdDSA` or `ES256`
/// @param jwk the key's required members in canonical form, as their thumbprint is made of
/// @param signed the bytes that the signature is over
public record SelfSigned(
        String algorithm, JsonObject jwk, byte[] payload, byte[] signed, byte[] signature) {

    /// Longer than any statement that a device makes.
    public static final int LONGEST = 200_000;

    private static final int BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();
    private static final String ED25519 = "302a300506032b6570032100";
    private static final String P256 = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";
    private static final BigInteger PRIME =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);

    /// @param type what the text must say that it is
    /// @throws InvalidValue when it is none; whether the key signed it is another question
    public static SelfSigned parse(String text, String type) {
        var parts = text.length() > LONGEST ? new String[0] : text.split("\\.", -1);
        if (parts.length != 3) {
            throw wrong("must be a compact JWS");
        }
        var header = Members.of("header", Json.parse(bytes(parts[0])));
        header.only(Set.of("alg", "typ", "jwk"));
        if (!header.text("typ").equals(type)) {
            throw wrong("must be of type " + type);
        }
        var algorithm = header.text("alg");
        return new SelfSigned(
                algorithm,
                key(algorithm, header.get("jwk")),
                bytes(parts[1]),
                (parts[0] + "." + parts[1]).getBytes(US_ASCII),
                bytes(parts[2]));
    }

    private static JsonObject key(String algorithm, JsonValue value) {
        var jwk = Members.of("jwk", value);
        switch (algorithm) {
            case "EdDSA" -> {
                requireCurve(jwk, "OKP", "Ed25519", Set.of("kty", "crv", "x"));
                KeySafety.checkEd25519(bytes(jwk.text("x")));
            }
            case "ES256" -> {
                requireCurve(jwk, "EC", "P-256", Set.of("kty", "crv", "x", "y"));
                requireOnCurve(bytes(jwk.text("x")), bytes(jwk.text("y")));
            }
            default -> throw wrong("must be signed by EdDSA or ES256");
        }
        return jwk.object();
    }

    private static void requireCurve(Members jwk, String type, String curve, Set<String> names) {
        jwk.only(names);
        if (!jwk.text("kty").equals(type) || !jwk.text("crv").equals(curve)) {
            throw wrong("must have a key of its algorithm");
        }
    }

    private static void requireOnCurve(byte[] x, byte[] y) {
        var right = new BigInteger(1, x);
        var up = new BigInteger(1, y);
        var three = BigInteger.valueOf(3);
        boolean on =
                x.length == BYTES
                        && y.length == BYTES
                        && right.compareTo(PRIME) < 0
                        && up.compareTo(PRIME) < 0
                        && up.multiply(up)
                                .subtract(right.pow(3))
                                .add(right.multiply(three))
                                .subtract(B)
                                .mod(PRIME)
                                .equals(BigInteger.ZERO);
        if (!on) {
            throw wrong("must have a point of its curve as key");
        }
    }

    /// Whether the key that it brings has signed it.
    public boolean isSigned() {
        try {
            boolean edwards = algorithm.equals("EdDSA");
            var check =
                    edwards
                            ? Signature.getInstance("Ed25519")
                            : Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(publicKey(edwards));
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException unusable) {
            return false;
        }
    }

    private PublicKey publicKey(boolean edwards) throws GeneralSecurityException {
        return edwards
                ? KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(HEX.parseHex(ED25519 + hex("x"))))
                : KeyFactory.getInstance("EC")
                        .generatePublic(
                                new X509EncodedKeySpec(HEX.parseHex(P256 + hex("x") + hex("y"))));
    }

    private String hex(String member) {
        return HEX.formatHex(bytes(new Members("jwk", jwk).text(member)));
    }

    /// The key's thumbprint (RFC 7638), by which it is known.
    public String key() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.digest().digest(jwk.canonical()));
    }

    /// The key as JSON.
    public String keyText() {
        return new String(jwk.canonical(), UTF_8);
    }

    private static byte[] bytes(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw wrong("must be canonical base64url");
    }

    private static InvalidValue wrong(String problem) {
        return new InvalidValue("signed", problem);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SelfSigned that
                && Arrays.equals(signed, that.signed)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }
}
