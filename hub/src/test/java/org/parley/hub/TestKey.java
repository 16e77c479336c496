package org.parley.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// A key that signs as machines and devices do, by the platform's own means and not by the library
/// that the hub reads with.
///
/// @param algorithm `EdDSA` or `Ed25519`, as it is to be named, or `ES256`
public record TestKey(String algorithm, KeyPair pair) {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public static TestKey of(String algorithm) {
        return new TestKey(algorithm, isP256(algorithm) ? p256() : ed25519());
    }

    private static boolean isP256(String algorithm) {
        return algorithm.equals("ES256");
    }

    public static KeyPair p256() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /// The public half, as RFC 7517 writes it.
    public Map<String, Object> jwk() {
        var encoded = pair.getPublic().getEncoded();
        int end = encoded.length;
        return isP256(algorithm)
                ? Map.of(
                        "kty",
                        "EC",
                        "crv",
                        "P-256",
                        "x",
                        text(Arrays.copyOfRange(encoded, end - 64, end - 32)),
                        "y",
                        text(Arrays.copyOfRange(encoded, end - 32, end)))
                : Map.of(
                        "kty", "OKP",
                        "crv", "Ed25519",
                        "x", text(Arrays.copyOfRange(encoded, end - 32, end)));
    }

    /// The payload signed, in RFC 7515's compact form.
    ///
    /// @param header all of it but `alg`, which may be given to lie
    public String jws(Map<String, ?> header, Map<String, ?> payload) {
        var whole = new LinkedHashMap<String, Object>(header);
        whole.putIfAbsent("alg", algorithm);
        var text = json(whole) + "." + json(payload);
        var by = isP256(algorithm) ? "SHA256withECDSAinP1363Format" : "Ed25519";
        return text + "." + text(signed(by, pair.getPrivate(), text.getBytes(UTF_8)));
    }

    public static byte[] signed(String algorithm, PrivateKey by, byte[]... parts) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(by);
            for (var part : parts) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static String json(Map<String, ?> content) {
        return text(HubClient.JSON.writeValueAsBytes(content));
    }

    /// As tokens write bytes: for addresses, without padding.
    public static String text(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
