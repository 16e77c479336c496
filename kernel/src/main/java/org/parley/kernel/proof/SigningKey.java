package org.parley.kernel.proof;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import org.parley.kernel.InvalidValue;

/// A key pair that signs notes: of a log, a witness or an organisation.
public final class SigningKey {

    private final VerifierKey verifier;
    private final PrivateKey secret;

    private SigningKey(VerifierKey verifier, PrivateKey secret) {
        this.verifier = verifier;
        this.secret = secret;
    }

    public static SigningKey generate(String name, KeyKind kind) {
        try {
            return of(name, kind, KeyPairGenerator.getInstance(kind.algorithm()).generateKeyPair());
        } catch (GeneralSecurityException everyPlatformOfOursHasIt) {
            throw new IllegalStateException(everyPlatformOfOursHasIt);
        }
    }

    static SigningKey of(String name, KeyKind kind, KeyPair pair) {
        return new SigningKey(VerifierKey.of(name, kind, pair.getPublic()), pair.getPrivate());
    }

    /// Brings back a stored key.
    ///
    /// @param pkcs8 what [#secretBytes()] gave
    public static SigningKey of(VerifierKey verifier, byte[] pkcs8) {
        try {
            var factory = KeyFactory.getInstance(verifier.kind().algorithm());
            return new SigningKey(
                    verifier, factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException notAKey) {
            throw new InvalidValue("key", "not a private key: " + notAKey.getMessage());
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /// The private key in PKCS #8. Keep it where only the signer can read it.
    public byte[] secretBytes() {
        return secret.getEncoded();
    }

    /// Signs a checkpoint.
    ///
    /// @param seconds the time to state, since 1970; 0 to state none. Kinds without time ignore it
    public SignatureLine sign(Checkpoint checkpoint, long seconds) {
        return sign(checkpoint.body(), seconds);
    }

    /// Signs a text that ends with a newline.
    public SignatureLine sign(String text, long seconds) {
        var kind = verifier.kind();
        var message =
                SignedMessage.of(kind, verifier.name(), text, seconds)
                        .orElseThrow(
                                () -> new InvalidValue("note", kind + " signs checkpoints only"));
        var signature = ByteBuffer.allocate(kind.signatureBytes());
        if (kind.isTimed()) {
            signature.putLong(seconds);
        }
        return SignatureLine.of(verifier, signature.put(signBytes(message)).array());
    }

    /// A bare signature over any bytes.
    public byte[] signBytes(byte[] message) {
        try {
            var signer = Signature.getInstance(verifier.kind().algorithm());
            signer.initSign(secret);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException everyPlatformOfOursHasIt) {
            throw new IllegalStateException(everyPlatformOfOursHasIt);
        }
    }
}
