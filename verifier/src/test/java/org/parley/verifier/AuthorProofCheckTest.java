package org.parley.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.statement.Assurance;
import org.parley.kernel.statement.AuthorProof;
import org.parley.kernel.statement.DisclosurePackage;

/// A passkey's signature comes with the statement and is checked with the hub switched off.
class AuthorProofCheckTest {

    private final Evidence said = Evidence.of(Assurance.HUB_ATTESTED, null);
    private final DisclosurePackage plain = said.disclosed(said.note(Evidence.SIZE));
    private final Policy policy = Policy.parse(Evidence.policy("", "none"));

    private static AuthorProof signed(byte[] statement) throws GeneralSecurityException {
        return signed(statement, pair());
    }

    private static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("EC").generateKeyPair();
    }

    private static AuthorProof signed(byte[] statement, KeyPair keys)
            throws GeneralSecurityException {
        var challenge =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(AuthorProof.challenge(statement));
        var client =
                ("{\"type\":\"webauthn.get\",\"challenge\":\""
                                + challenge
                                + "\",\"origin\":\"https://hub.example\"}")
                        .getBytes(UTF_8);
        var data = ByteBuffer.allocate(37).put(sha256("hub.example".getBytes(UTF_8))).put((byte) 5);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data.array());
        signature.update(sha256(client));
        return new AuthorProof(
                keys.getPublic().getEncoded(), data.array(), client, signature.sign());
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private byte[] with(AuthorProof proof) {
        return with(proof, plain);
    }

    private static byte[] with(@Nullable AuthorProof proof, DisclosurePackage plain) {
        return new DisclosurePackage(
                        plain.statement(),
                        plain.leafSalt(),
                        plain.disclosures(),
                        plain.receipt(),
                        null,
                        plain.seenPath(),
                        proof)
                .format();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "he", "fr"})
    void itIsSaidInTheOneSentence(String language) throws GeneralSecurityException {
        var proof = signed(plain.statement());

        var proved = PackageCheck.check(with(proof), policy, null);

        assertThat(proved.author()).contains(proof);
        assertThat(Sentences.in(language).of(proved, policy))
                .contains(proof.keyName())
                .hasLineCount(1);
        assertThat(Sentences.in("en").of(proved, policy))
                .contains("signed its hash", "the author's by the hub's word");
    }

    @Test
    void aSignatureOverAnotherStatementIsAFault() throws GeneralSecurityException {
        var proof = signed("another".getBytes(UTF_8));

        assertThatThrownBy(() -> PackageCheck.check(with(proof), policy, null))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.AUTHOR_PROOF_WRONG));
    }

    /// A statement that names the passkey which its author signs it with.
    private static DisclosurePackage naming(KeyPair keys) {
        var evidence =
                Evidence.of(
                        Assurance.PASSKEY_SIGNED,
                        AuthorProof.keyId(keys.getPublic().getEncoded()),
                        "flow.arrival",
                        null);
        return evidence.disclosed(evidence.note(Evidence.SIZE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "he", "fr"})
    void whatItsAuthorSignedBeforeItWasLoggedIsSaidToBeSigned(String language)
            throws GeneralSecurityException {
        var keys = pair();
        var statement = naming(keys);
        var proof = signed(statement.statement(), keys);

        var proved = PackageCheck.check(with(proof, statement), policy, null);

        assertThat(proved.speaker()).isEqualTo(new Proved.Speaker.Passkey());
        assertThat(Sentences.in(language).of(proved, policy))
                .containsOnlyOnce(proof.keyName())
                .hasLineCount(1);
        assertThat(Sentences.in("en").of(proved, policy))
                .contains("itself, which names that passkey", "by the word of the hub");
    }

    @Test
    void withoutItsAuthorsSignatureItIsTheHubsWordAlone() throws GeneralSecurityException {
        var statement = naming(pair());

        var proved = PackageCheck.check(with(null, statement), policy, null);

        assertThat(proved.speaker()).isEqualTo(new Proved.Speaker.HubAlone());
    }

    @Test
    void anotherKeyThanTheOneThatItNamesIsAFault() throws GeneralSecurityException {
        var statement = naming(pair());
        var other = signed(statement.statement(), pair());

        assertThatThrownBy(() -> PackageCheck.check(with(other, statement), policy, null))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.AUTHOR_PROOF_WRONG));
    }
}
