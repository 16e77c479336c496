package org.parley.kernel.proof;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.parley.kernel.InvalidValue;

/// A public key with the name it signs under, in text `name+id+base64` (C2SP signed-note). Ed25519
/// keys are checked by [KeySafety], because verifiers disagree about signatures of crafted keys.
public final class VerifierKey {

    private final String name;
    private final KeyKind kind;
    private final byte[] key;
    private final int id;
    private final PublicKey publicKey;

    private VerifierKey(String name, KeyKind kind, byte[] key) {
        this.name = SignatureLine.checkedName(name);
        this.kind = kind;
        this.key = key.clone();
        if (key.length != kind.keyBytes()) {
            throw new InvalidValue("vkey", "a key of %d bytes".formatted(key.length));
        }
        if (kind != KeyKind.ML_DSA_44) {
            KeySafety.checkEd25519(key);
        }
        this.id = SignatureLine.keyId(name, kind, key);
        this.publicKey = decoded();
    }

    public static VerifierKey of(String name, KeyKind kind, byte[] key) {
        return new VerifierKey(name, kind, key);
    }

    /// The key of a JDK key pair.
    static VerifierKey of(String name, KeyKind kind, PublicKey key) {
        var x509 = key.getEncoded();
        return of(name, kind, Arrays.copyOfRange(x509, kind.x509Prefix().length, x509.length));
    }

    public static VerifierKey parse(String vkey) {
        var parts = vkey.split("\\+", 3); // base64 may hold more plus signs
        if (parts.length != 3 || parts[1].length() != 8) {
            throw new InvalidValue("vkey", "must be name+id+key, was '%s'".formatted(vkey));
        }
        var typed = Strict.base64("vkey", parts[2]);
        if (typed.length < 1) {
            throw new InvalidValue("vkey", "has no key");
        }
        var key = of(parts[0], KeyKind.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.idText().equals(parts[1])) {
            throw new InvalidValue("vkey", "id %s is not that of the key".formatted(parts[1]));
        }
        return key;
    }

    private PublicKey decoded() {
        var prefix = kind.x509Prefix();
        var x509 = ByteBuffer.allocate(prefix.length + key.length).put(prefix).put(key).array();
        try {
            return KeyFactory.getInstance(kind.algorithm())
                    .generatePublic(new X509EncodedKeySpec(x509));
        } catch (GeneralSecurityException notAKey) {
            throw new InvalidValue("vkey", "not a key: " + notAKey.getMessage());
        }
    }

    public String name() {
        return name;
    }

    public KeyKind kind() {
        return kind;
    }

    /// The first four bytes of the hash of name, kind and key; not strong enough to stand for it.
    public int id() {
        return id;
    }

    private String idText() {
        return HexFormat.of().toHexDigits(id);
    }

    /// The raw public key.
    public byte[] keyBytes() {
        return key.clone();
    }

    /// Whether the signature says that it is by this key; [#check] tells whether it is.
    public boolean isOf(SignatureLine line) {
        return line.keyId() == id && line.name().equals(name);
    }

    /// Whether this key made the signature over the note's text; empty when not. A time of 0 says
    /// that the signer makes no statement about time.
    Optional<Verified> check(String text, byte[] signature) {
        if (signature.length != kind.signatureBytes()) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(signature);
        long time = kind.isTimed() ? bytes.getLong() : 0;
        var bare = new byte[bytes.remaining()];
        bytes.get(bare);
        if (time < 0) {
            return Optional.empty();
        }
        var message = SignedMessage.of(kind, name, text, time);
        return message.filter(m -> verifies(m, bare)).map(_ -> new Verified(this, time));
    }

    /// Whether this key made the bare signature over these bytes.
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance(kind.algorithm());
            verifier.initVerify(publicKey);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException _) {
            return false; // the JDK throws for signatures that cannot be decoded
        } catch (GeneralSecurityException everyPlatformOfOursHasIt) {
            throw new IllegalStateException(everyPlatformOfOursHasIt);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey theirs
                && name.equals(theirs.name)
                && kind == theirs.kind
                && Arrays.equals(key, theirs.key);
    }

    @Override
    public int hashCode() {
        return id;
    }

    /// The text form.
    @Override
    public String toString() {
        var typed = ByteBuffer.allocate(key.length + 1).put((byte) kind.type()).put(key).array();
        return name + "+" + idText() + "+" + Strict.base64(typed);
    }
}
