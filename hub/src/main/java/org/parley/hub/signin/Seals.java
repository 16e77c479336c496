package org.parley.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Seals what the hub hands out and takes back, so that it keeps nothing meanwhile and nobody else
/// can make or change it. Sealed is not hidden: whoever has it can read it.
@Component
public class Seals {

    private static final int SEAL = 32;

    private final SecretStore secrets;

    Seals(SecretStore secrets) {
        this.secrets = secrets;
    }

    public String seal(String purpose, byte[] content) {
        var sealed =
                ByteBuffer.allocate(content.length + SEAL)
                        .put(content)
                        .put(mac("seals", purpose, content))
                        .array();
        return Keyring.base64(sealed);
    }

    /// What was sealed for this purpose; empty where it was not, or not here.
    public Optional<byte[]> open(String purpose, String sealed) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        if (bytes.length < SEAL) {
            return Optional.empty();
        }
        var content = Arrays.copyOf(bytes, bytes.length - SEAL);
        var seal = Arrays.copyOfRange(bytes, content.length, bytes.length);
        return MessageDigest.isEqual(mac("seals", purpose, content), seal)
                ? Optional.of(content)
                : Optional.empty();
    }

    /// 32 bytes that only this hub can make of the nonce.
    public byte[] secret(String purpose, byte[] nonce) {
        return mac("drafts", purpose, nonce);
    }

    private byte[] mac(String key, String purpose, byte[] content) {
        var name = purpose.getBytes(UTF_8);
        return Hashes.hmac(secrets.get(key), new byte[] {(byte) name.length}, name, content);
    }
}
