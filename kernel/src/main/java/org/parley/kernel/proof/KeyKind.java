package org.parley.kernel.proof;

import java.util.HexFormat;
import org.parley.kernel.InvalidValue;

/// The signature types of signed notes that Parley uses, with their identifier bytes.
public enum KeyKind {
    /// Ed25519 over the note's text: a log's own signature.
    ED25519(0x01, "Ed25519", 32, 64, false, "302a300506032b6570032100"),
    /// A witness's Ed25519 cosignature with the time in seconds.
    COSIGNATURE_V1(0x04, "Ed25519", 32, 64, true, "302a300506032b6570032100"),
    /// A log's or witness's ML-DSA-44 cosignature, safe against quantum computers. It signs origin,
    /// size and root, not the extension lines.
    ML_DSA_44(
            0x06,
            "ML-DSA-44",
            1312,
            2420,
            true,
            "30820532300b060960864801650304031103820521" + "00");

    private final int type;
    private final String algorithm;
    private final int keyBytes;
    private final int signatureBytes;
    private final boolean timed;
    private final byte[] x509Prefix;

    KeyKind(int type, String algorithm, int keyBytes, int signatureBytes, boolean timed, String x) {
        this.type = type;
        this.algorithm = algorithm;
        this.keyBytes = keyBytes;
        this.signatureBytes = signatureBytes;
        this.timed = timed;
        this.x509Prefix = HexFormat.of().parseHex(x);
    }

    static KeyKind of(int type) {
        for (var kind : values()) {
            if (kind.type == type) {
                return kind;
            }
        }
        throw new InvalidValue("vkey", "unknown signature type " + type);
    }

    int type() {
        return type;
    }

    /// The JDK's name.
    public String algorithm() {
        return algorithm;
    }

    int keyBytes() {
        return keyBytes;
    }

    /// With the 8 bytes of time where there is one.
    int signatureBytes() {
        return signatureBytes + (timed ? Long.BYTES : 0);
    }

    /// Whether a signature carries the time it was made, in seconds.
    public boolean isTimed() {
        return timed;
    }

    byte[] x509Prefix() {
        return x509Prefix;
    }
}
