package org.parley.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.TestKey;
import org.parley.kernel.statement.DisclosurePackage;

/// Somebody says something and signs its hash with their passkey. Whoever may read it can check
/// that with the hub switched off; nobody else's key does it, and no other statement is proved.
class AuthorProofStory {

    private static final HubUnderTest HUB = HubUnderTest.shared();

    private final TestPasskey key = new TestPasskey(HUB);
    private final String account = TestPasskey.person(HUB, "north-aid");
    private final HubClient author = TestPasskey.signedIn(HUB, account);

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

    private static HubClient.Answer prove(
            HubClient who, String id, String challenge, TestPasskey key) {
        var signed = key.answer(challenge).get("response");
        return who.post(
                inOperation("/statements"),
                HubClient.JSON.writeValueAsString(
                        Map.of(
                                "id", UUID.randomUUID().toString(),
                                "type", "assurance.author-proved",
                                "says",
                                        Map.of(
                                                "record", id,
                                                "publicKey", TestKey.text(key.publicKey()),
                                                "authenticatorData",
                                                        signed.get("authenticatorData"),
                                                "clientData", signed.get("clientDataJSON"),
                                                "signature", signed.get("signature")))));
    }

    private String challenge(String id) {
        return author.get(path(id, "/assurance")).json().get("challenge").asString();
    }

    private static void refuses(HubClient.Answer answer, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }

    @Test
    void anAuthorSignsWhatTheySaidAndAReaderChecksIt() {
        key.enrol(account);
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
        assertThat(file.authorProof().publicKey()).isEqualTo(key.publicKey());
    }

    @Test
    void nobodyElseSignsAndNothingElseIsProved() {
        key.enrol(account);
        var id = say(author);
        var another = say(author);
        refuses(prove(author, id, challenge(another), key), "assurance.not-signed");
        refuses(
                prove(author, id, challenge(id), new TestPasskey(HUB)),
                "assurance.key-not-enrolled");
        var colleague = TestPasskey.signedIn(HUB, TestPasskey.person(HUB, "north-aid"));
        refuses(prove(colleague, id, challenge(id), key), "assurance.not-your-statement");
        refuses(
                prove(HUB.as(HubUnderTest.SOUTH), id, challenge(id), key),
                "assurance.not-your-statement");
        assertThat(author.get(path(id, "/assurance")).json().get("authorProofs").isEmpty())
                .isTrue();
    }
}
