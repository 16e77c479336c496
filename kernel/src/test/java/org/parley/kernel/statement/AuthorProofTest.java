package org.parley.kernel.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A passkey proves the one statement whose hash it signed, and only with its holder verified.
class AuthorProofTest {

    private static final byte[] STATEMENT = "{\"v\":1}".getBytes(UTF_8);
    private static final byte[] OTHER = "{\"v\":2}".getBytes(UTF_8);
    private static final String GET = "webauthn.get";

    @ParameterizedTest
    @ValueSource(strings = {"EC", "Ed25519", "RSA"})
    void everyKindOfKeyProvesItsStatementAndNoOther(String kind) throws GeneralSecurityException {
        var proof = Authenticator.of(kind).sign(AuthorProof.challenge(STATEMENT), GET, 0x05);

        assertThat(proof.proves(STATEMENT)).isTrue();
        assertThat(proof.proves(OTHER)).isFalse();
        assertThat(proof.origin()).isEqualTo("https://hub.example");
        assertThat(proof.isForDomain("hub.example")).isTrue();
        assertThat(proof.isForDomain("other.example")).isFalse();
    }

    @Test
    void withoutItsHolderVerifiedAKeyProvesNothing() throws GeneralSecurityException {
        var key = Authenticator.of("EC");
        for (int flags : new int[] {0x00, 0x01, 0x04}) {
            assertThat(key.sign(AuthorProof.challenge(STATEMENT), GET, flags).proves(STATEMENT))
                    .isFalse();
        }
        assertThat(
                        key.sign(AuthorProof.challenge(STATEMENT), "webauthn.create", 0x05)
                                .proves(STATEMENT))
                .isFalse();
    }

    @Test
    void aChangedBitInAnyPartProvesNothing() throws GeneralSecurityException {
        var key = Authenticator.of("Ed25519");
        var proof = key.sign(AuthorProof.challenge(STATEMENT), GET, 0x05);
        flips(
                proof.authenticatorData(),
                bytes -> with(proof, bytes, proof.clientData(), proof.signature()));
        flips(
                proof.clientData(),
                bytes -> with(proof, proof.authenticatorData(), bytes, proof.signature()));
        flips(
                proof.signature(),
                bytes -> with(proof, proof.authenticatorData(), proof.clientData(), bytes));
        assertThat(
                        new AuthorProof(
                                        Authenticator.of("Ed25519").keys().getPublic().getEncoded(),
                                        proof.authenticatorData(),
                                        proof.clientData(),
                                        proof.signature())
                                .proves(STATEMENT))
                .isFalse();
    }

    private static AuthorProof with(AuthorProof proof, byte[] data, byte[] client, byte[] signed) {
        return new AuthorProof(proof.publicKey(), data, client, signed);
    }

    private static void flips(byte[] bytes, Function<byte[], AuthorProof> changed) {
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var other = bytes.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(changed.apply(other).proves(STATEMENT)).as("bit " + bit).isFalse();
        }
    }
}
