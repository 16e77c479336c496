package org.parley.kernel.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/// Signs as a browser and its authenticator do.
record Authenticator(KeyPair keys) {

    private static final Map<String, String> SIGNATURES =
            Map.of("EC", "SHA256withECDSA", "Ed25519", "Ed25519", "RSA", "SHA256withRSA");

    static Authenticator of(String kind) throws GeneralSecurityException {
        return new Authenticator(KeyPairGenerator.getInstance(kind).generateKeyPair());
    }

    AuthorProof sign(byte[] challenge, String type, int flags) throws GeneralSecurityException {
        var client =
                "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"https://hub.example\",\"crossOrigin\":false}"
                        .formatted(
                                type,
                                Base64.getUrlEncoder().withoutPadding().encodeToString(challenge))
                        .getBytes(UTF_8);
        var data =
                ByteBuffer.allocate(37)
                        .put(sha256("hub.example".getBytes(UTF_8)))
                        .put((byte) flags)
                        .putInt(7)
                        .array();
        var kind =
                keys.getPrivate().getAlgorithm().equals("EdDSA")
                        ? "Ed25519"
                        : keys.getPrivate().getAlgorithm();
        var signature = Signature.getInstance(SIGNATURES.get(kind));
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return new AuthorProof(keys.getPublic().getEncoded(), data, client, signature.sign());
    }

    static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
