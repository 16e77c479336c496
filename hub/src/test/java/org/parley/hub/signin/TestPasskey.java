package org.parley.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.TestKey;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Means;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.json.Json;
import org.parley.kernel.statement.Disclosure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A passkey in software, and the person whom it is of.
final class TestPasskey {

    private final HubUnderTest hub;
    private final KeyPair pair = TestKey.p256();
    private final byte[] credential = UUID.randomUUID().toString().getBytes(UTF_8);

    TestPasskey(HubUnderTest hub) {
        this.hub = hub;
    }

    static String person(HubUnderTest hub, String organisation) {
        var id = "person-" + UUID.randomUUID().toString().substring(0, 8);
        var part =
                new Account.Part(
                        new OperationId(HubUnderTest.OPERATION),
                        Role.CONTRIBUTOR,
                        FieldClass.EXACT);
        hub.bean(Accounts.class)
                .enrol(
                        new Account(
                                id, new PartnerId(organisation), id, false, false, List.of(part)));
        return id;
    }

    static HubClient signedIn(HubUnderTest hub, String account) {
        return new HubClient(
                hub.address(),
                hub.bean(SignIns.class)
                        .open(account, Means.PASSKEY, "192.0.2.1", "key", Instant.now()));
    }

    /// As it is published, in X.509's form.
    byte[] publicKey() {
        return pair.getPublic().getEncoded();
    }

    void enrol(String account) {
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
        hub.bean(Deeds.class).together(() -> hub.bean(PasskeyStore.class).add(kept, Instant.now()));
    }

    /// What a browser gives for this challenge.
    ObjectNode answer(String challenge) {
        var origin = hub.bean(HubOrigin.class);
        var client =
                "{\"type\":\"webauthn.get\",\"challenge\":\"%s\",\"origin\":\"%s\"}"
                        .formatted(challenge, origin.text())
                        .getBytes(UTF_8);
        var data =
                ByteBuffer.allocate(37).put(Hashes.sha256(origin.domain())).put((byte) 5).array();
        var signature =
                TestKey.signed("SHA256withECDSA", pair.getPrivate(), data, Hashes.sha256(client));
        var answer = HubClient.JSON.createObjectNode();
        answer.put("id", TestKey.text(credential))
                .put("rawId", TestKey.text(credential))
                .put("type", "public-key");
        answer.putObject("clientExtensionResults");
        answer.putObject("response")
                .put("clientDataJSON", TestKey.text(client))
                .put("authenticatorData", TestKey.text(data))
                .put("signature", TestKey.text(signature));
        return answer;
    }

    /// What the hub says that a statement says.
    static List<Disclosure> disclosures(JsonNode said) {
        var all = new ArrayList<Disclosure>();
        for (var part : said) {
            all.add(
                    new Disclosure(
                            part.get("field").asString(),
                            Json.parse(part.get("value").toString().getBytes(UTF_8)),
                            Base64.getUrlDecoder().decode(part.get("salt").asString())));
        }
        return all;
    }
}
