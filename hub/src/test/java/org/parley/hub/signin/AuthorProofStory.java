package org.parley.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Means;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.statement.DisclosurePackage;

/// Somebody says something and signs its hash with their passkey. Whoever may read it can check
/// that with the hub switched off; nobody else's key does it, and no other statement is proved.
class AuthorProofStory {

    private static final HubUnderTest HUB = HubUnderTest.shared();

    private final KeyPair key = pair();
    private final String account = person("north-aid");
    private final HubClient author = signedIn(account);

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static String person(String organisation) {
        var id = "person-" + UUID.randomUUID().toString().substring(0, 8);
        HUB.bean(Accounts.class)
                .enrol(
                        new Account(
                                id,
                                new PartnerId(organisation),
                                id,
                                false,
                                false,
                                List.of(
                                        new Account.Part(
                                                new OperationId(HubUnderTest.OPERATION),
                                                Role.CONTRIBUTOR,
                                                FieldClass.EXACT))));
        return id;
    }

    private static HubClient signedIn(String account) {
        return new HubClient(
                HUB.address(),
                HUB.bean(SignIns.class)
                        .open(account, Means.PASSKEY, "192.0.2.1", "key", Instant.now()));
    }

    private void enrol(KeyPair pair) {
        var credential = UUID.randomUUID().toString().getBytes(UTF_8);
        var bytes =
                new AttestedCredentialDataConverter(new ObjectConverter())
                        .convert(
                                new AttestedCredentialData(
                                        AAGUID.ZERO,
                                        credential,
                                        EC2COSEKey.create(
                                                (ECPublicKey) pair.getPublic(),
                                                COSEAlgorithmIdentifier.ES256)));
        var kept =
                new PasskeyStore.Kept(
                        credential, account, new byte[32], "Key", bytes, 0, false, false, "");
        HUB.bean(Deeds.class).together(() -> HUB.bean(PasskeyStore.class).add(kept, Instant.now()));
    }

    private static String say(HubClient who) {
        var id = UUID.randomUUID().toString();
        var answer =
                who.post(
                        inOperation("/statements"),
                        "{\"id\":\"%s\",\"type\":\"partners.seat-reported\",\"says\":{\"partner\":\"north-aid\",\"stage\":\"seated\",\"on\":\"2026-03-01\",\"approximate\":false}}"
                                .formatted(id));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return id;
    }

    private static String path(String id, String what) {
        return inOperation("/statements/north-aid/" + id + what);
    }

    private HubClient.Answer prove(HubClient who, String id, String challenge, KeyPair pair)
            throws GeneralSecurityException {
        var origin = HUB.bean(HubOrigin.class);
        var client =
                "{\"type\":\"webauthn.get\",\"challenge\":\"%s\",\"origin\":\"%s\"}"
                        .formatted(challenge, origin.text())
                        .getBytes(UTF_8);
        var data =
                ByteBuffer.allocate(37).put(Hashes.sha256(origin.domain())).put((byte) 5).array();
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(data);
        signature.update(Hashes.sha256(client));
        return who.post(
                inOperation("/statements"),
                HubClient.JSON.writeValueAsString(
                        Map.of(
                                "id", UUID.randomUUID().toString(),
                                "type", "assurance.author-proved",
                                "says",
                                        Map.of(
                                                "record", id,
                                                "publicKey", text(pair.getPublic().getEncoded()),
                                                "authenticatorData", text(data),
                                                "clientData", text(client),
                                                "signature", text(signature.sign())))));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String challenge(String id) {
        return author.get(path(id, "/assurance")).json().get("challenge").asString();
    }

    private static void refuses(HubClient.Answer answer, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }

    @Test
    void anAuthorSignsWhatTheySaidAndAReaderChecksIt() throws GeneralSecurityException {
        enrol(key);
        var id = say(author);
        var proved = prove(author, id, challenge(id), key);
        assertThat(proved.status()).as(proved.text()).isEqualTo(201);

        var reader = HUB.as(HubUnderTest.SOUTH);
        var assurance = reader.get(path(id, "/assurance")).json();
        assertThat(assurance.at("/authorProofs/0/level").asString()).isEqualTo("passkey-signed");
        assertThat(
                        assurance.path("challenge").isNull()
                                || assurance.path("challenge").isMissingNode())
                .isTrue();
        var file = DisclosurePackage.parse(reader.get(path(id, "/package")).bytes());
        assertThat(file.authorProof()).isNotNull();
        assertThat(file.authorProof().proves(file.statement())).isTrue();
        assertThat(file.authorProof().publicKey()).isEqualTo(key.getPublic().getEncoded());
    }

    @Test
    void nobodyElseSignsAndNothingElseIsProved() throws GeneralSecurityException {
        enrol(key);
        var id = say(author);
        var another = say(author);
        refuses(prove(author, id, challenge(another), key), "assurance.not-signed");
        refuses(prove(author, id, challenge(id), pair()), "assurance.key-not-enrolled");
        var colleague = signedIn(person("north-aid"));
        refuses(prove(colleague, id, challenge(id), key), "assurance.not-your-statement");
        refuses(
                prove(HUB.as(HubUnderTest.SOUTH), id, challenge(id), key),
                "assurance.not-your-statement");
        assertThat(author.get(path(id, "/assurance")).json().get("authorProofs").isEmpty())
                .isTrue();
    }
}
