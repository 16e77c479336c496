package org.parley.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.assurance.StatementSigning;
import org.parley.kernel.proof.Sha256;
import org.parley.kernel.statement.Assurance;
import org.parley.kernel.statement.AuthorProof;
import org.parley.kernel.statement.DisclosurePackage;
import org.parley.kernel.statement.WrittenStatement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Somebody sees what they are about to say, signs its hash with their passkey, and only then says
/// it: the statement is the author's own signature from its first index on. What changed meanwhile,
/// waited too long, or was signed by another's key is not logged at all.
class SignFirstStory {

    private static final HubUnderTest HUB = HubUnderTest.shared();

    private final TestPasskey key = new TestPasskey(HUB);
    private final String account = TestPasskey.person(HUB, "north-aid");
    private final HubClient author = TestPasskey.signedIn(HUB, account);

    private static ObjectNode seat() {
        var statement = HubClient.JSON.createObjectNode();
        statement.put("id", UUID.randomUUID().toString()).put("type", "partners.seat-reported");
        statement
                .putObject("says")
                .put("partner", "north-aid")
                .put("stage", "seated")
                .put("on", "2026-03-01")
                .put("approximate", false);
        return statement;
    }

    private JsonNode prepared(ObjectNode statement) {
        var answer = author.post(inOperation("/statements/prepare"), statement.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private ObjectNode signed(ObjectNode statement, JsonNode prepared, TestPasskey with)
            throws GeneralSecurityException {
        var whole = statement.deepCopy().put("claimedAt", prepared.get("claimedAt").asString());
        var proof = whole.putObject("authorProof").put("draft", prepared.get("draft").asString());
        proof.set("credential", with.answer(prepared.get("hash").asString()));
        return whole;
    }

    /// The same, prepared more than ten minutes ago.
    private static ObjectNode aged(ObjectNode whole) {
        var seals = HUB.bean(Seals.class);
        var proof = (ObjectNode) whole.get("authorProof");
        var content = seals.open("statement", proof.get("draft").asString()).orElseThrow();
        var ticket = (ObjectNode) HubClient.JSON.readTree(content);
        var until = Instant.parse(ticket.get("until").asString()).minus(StatementSigning.LASTS);
        ticket.put("until", until.minus(Duration.ofSeconds(1)).toString());
        proof.put("draft", seals.seal("statement", HubClient.JSON.writeValueAsBytes(ticket)));
        return whole;
    }

    private static HubClient.Answer say(HubClient who, ObjectNode statement) {
        return who.post(inOperation("/statements"), statement.toString());
    }

    private static String path(ObjectNode statement, String what) {
        return inOperation("/statements/north-aid/" + statement.get("id").asString() + what);
    }

    private void refuses(ObjectNode statement, String code) {
        refuses(author, statement, code);
    }

    private void refuses(HubClient who, ObjectNode statement, String code) {
        var answer = say(who, statement);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(author.get(path(statement, "")).status()).isEqualTo(404);
    }

    @Test
    void whatIsSignedIsWhatIsLoggedFromItsFirstIndexOn() throws GeneralSecurityException {
        key.enrol(account);
        var statement = seat();
        var prepared = prepared(statement);
        var bytes = prepared.get("statement").asString().getBytes(UTF_8);
        assertThat(prepared.get("hash").asString()).isEqualTo(text(Sha256.digest().digest(bytes)));
        assertThat(author.get(path(statement, "")).status()).isEqualTo(404);

        var whole = signed(statement, prepared, key);
        var said = say(author, whole);
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        var reader = HUB.as(HubUnderTest.SOUTH);
        var seen = reader.get(path(statement, "")).json();
        assertThat(seen.get("assurance").asString()).isEqualTo("passkey-signed");
        assertThat(reader.get(path(statement, "/assurance")).json().at("/authorProofs/0/statement"))
                .isEqualTo(statement.get("id"));

        var file = DisclosurePackage.parse(reader.get(path(statement, "/package")).bytes());
        assertThat(file.statement()).isEqualTo(bytes);
        assertThat(file.authorProof()).isNotNull();
        assertThat(file.authorProof().proves(bytes)).isTrue();
        var head = WrittenStatement.parse(bytes).head();
        assertThat(head.assurance()).isEqualTo(Assurance.PASSKEY_SIGNED);
        assertThat(head.key()).isEqualTo(AuthorProof.keyId(file.authorProof().publicKey()));

        var again = say(author, whole);
        assertThat(again.status()).isEqualTo(200);
        assertThat(say(author, aged(whole)).status()).as("however late").isEqualTo(200);
        assertThat(
                        say(
                                        author,
                                        statement.put(
                                                "claimedAt", prepared.get("claimedAt").asString()))
                                .status())
                .as("the same without its signature is another statement")
                .isEqualTo(422);
    }

    @Test
    void itsAuthorCanCheckWhatTheySign() {
        key.enrol(account);
        var prepared = prepared(seat());
        var written = WrittenStatement.parse(prepared.get("statement").asString().getBytes(UTF_8));
        var said = TestPasskey.disclosures(prepared.get("said"));
        written.requireAll(said);
        assertThat(said).extracting(one -> one.name()).contains("partner", "stage", "on");
    }

    @Test
    void whatChangedOrWaitedTooLongOrAnotherSignedIsNotLogged() throws GeneralSecurityException {
        key.enrol(account);
        var statement = seat();
        var prepared = prepared(statement);

        var changed = signed(statement, prepared, key);
        ((ObjectNode) changed.get("says")).put("stage", "invited");
        refuses(changed, "journal.draft-changed");
        var addressed = signed(statement, prepared, key);
        addressed.putObject("label").put("sensitivity", "high").putArray("audience");
        refuses(addressed, "journal.draft-changed");
        refuses(
                signed(statement, prepared, key).put("claimedAt", Instant.EPOCH.toString()),
                "journal.draft-changed");

        refuses(signed(statement, prepared, new TestPasskey(HUB)), "assurance.key-not-enrolled");
        var second = new TestPasskey(HUB);
        second.enrol(account);
        refuses(signed(statement, prepared, second), "journal.draft-changed");
        var wrong = signed(statement, prepared, key);
        ((ObjectNode) wrong.get("authorProof")).set("credential", key.answer(text(new byte[32])));
        refuses(wrong, "assurance.not-signed");

        var colleague = TestPasskey.person(HUB, "north-aid");
        refuses(
                TestPasskey.signedIn(HUB, colleague),
                signed(statement, prepared, key),
                "assurance.draft-of-another");
        var forged = signed(statement, prepared, key);
        var draft = prepared.get("draft").asString();
        ((ObjectNode) forged.get("authorProof"))
                .put("draft", draft.substring(0, draft.length() - 2) + "AA");
        refuses(forged, "assurance.draft-of-another");

        refuses(aged(signed(statement, prepared, key)), "assurance.draft-too-old");
    }

    @Test
    void aNewLabelsSaltIsSignedToo() throws GeneralSecurityException {
        key.enrol(account);
        var statement = seat();
        statement
                .putObject("label")
                .put("sensitivity", "high")
                .putArray("audience")
                .addObject()
                .put("to", "organisations")
                .put("upTo", "F3")
                .putArray("organisations")
                .add("south-" + UUID.randomUUID().toString().substring(0, 6));
        var first = prepared(statement);
        var other = seat();
        other.set("label", statement.get("label"));
        var second = prepared(other);
        assertThat(say(author, signed(statement, first, key)).status()).isEqualTo(201);
        refuses(signed(other, second, key), "journal.draft-changed");
        assertThat(say(author, signed(other, prepared(other), key)).status()).isEqualTo(201);
    }

    @Test
    void whoHasNoPasskeySignsNothing() {
        var answer = author.post(inOperation("/statements/prepare"), seat().toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo("assurance.no-passkey");
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The author signs the statement as it is logged: with the text's token in its place.
    @Test
    void aTextThatIsHeldBackIsSignedByItsToken() throws GeneralSecurityException {
        key.enrol(account);
        var statement = seat().put("type", "partners.registration-reported");
        statement
                .putObject("says")
                .put("partner", "north-aid")
                .put("authority", "host")
                .put("status", "applied")
                .put("since", "2026-03-01")
                .put("reason", "ask Mr Sabbagh");
        var prepared = prepared(statement);
        assertThat(prepared.get("said").toString()).doesNotContain("Sabbagh").contains("⟦");

        var said = say(author, signed(statement, prepared, key));

        assertThat(said.status()).as(said.text()).isEqualTo(201);
        assertThat(said.json().get("heldTexts").asInt()).isEqualTo(1);
        var file =
                DisclosurePackage.parse(
                        HUB.as(HubUnderTest.SOUTH).get(path(statement, "/package")).bytes());
        assertThat(file.authorProof()).isNotNull();
        assertThat(file.authorProof().proves(file.statement())).isTrue();
    }
}
