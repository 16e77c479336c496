package org.parley.hub.assurance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.AuthorSigning;
import org.parley.hub.api.NotSigned;
import org.parley.hub.api.StatementRequest;
import org.parley.hub.journal.AuthorSigned;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.OwnStatements;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.StatementDrafts;
import org.parley.hub.journal.Submission;
import org.parley.hub.signin.HubOrigin;
import org.parley.hub.signin.Keyring;
import org.parley.hub.signin.Passkey;
import org.parley.hub.signin.Passkeys;
import org.parley.hub.signin.Refused;
import org.parley.hub.signin.Seals;
import org.parley.kernel.statement.AuthorProof;
import org.parley.kernel.statement.Disclosure;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Its author signs a statement before it is said: they see the bytes that will be logged, their
/// passkey signs the hash, and the journal takes these bytes with that signature or nothing.
@Service
public class StatementSigning implements AuthorSigning {

    /// How long somebody may think about it.
    public static final Duration LASTS = Duration.ofMinutes(10);

    private static final String PURPOSE = "statement";
    private static final int NONCE = 16;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final StatementDrafts drafts;
    private final OwnStatements own;
    private final Keyring keyring;
    private final Passkeys passkeys;
    private final HubOrigin origin;
    private final Seals seals;
    private final InstantSource clock;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    StatementSigning(
            StatementDrafts drafts,
            OwnStatements own,
            Keyring keyring,
            Passkeys passkeys,
            HubOrigin origin,
            Seals seals,
            InstantSource clock,
            JsonMapper json) {
        this.drafts = drafts;
        this.own = own;
        this.keyring = keyring;
        this.passkeys = passkeys;
        this.origin = origin;
        this.seals = seals;
        this.clock = clock;
        this.json = json;
    }

    /// Whether this account has anything to sign with.
    public boolean canSign(SignedIn who) {
        return who.session().means().isPerson() && !keyring.of(who.account()).isEmpty();
    }

    /// @param chosen the id of the passkey to sign with; where it is none of theirs, the one that
    ///     they signed in with
    /// @throws NotSigned when they have none
    public ToSign prepare(SignedIn who, Submission<?> unsaid, String chosen) {
        var keys = keyring.of(who.account());
        var key = choose(keys, chosen, who.session().key());
        var publicKey =
                keyring.publicKey(who.account(), key)
                        .orElseThrow(() -> refused("assurance.no-passkey"));
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var draft =
                drafts.of(
                        unsaid.toBeSignedBy(AuthorProof.keyId(publicKey)),
                        seals.secret(PURPOSE, nonce));
        var hash = text(AuthorProof.challenge(draft.bytes()));
        var until = clock.instant().plus(LASTS);
        var ticket = new DraftTicket(who.account(), key, hash, text(nonce), until);
        return new ToSign(
                new String(draft.bytes(), UTF_8),
                draft.said().stream().map(this::part).toList(),
                hash,
                unsaid.claimedAt(),
                seals.seal(PURPOSE, json.writeValueAsBytes(ticket)),
                until,
                key,
                keys.stream().map(ToSign.Key::of).toList(),
                json.readValue(passkeys.signOptions(key, hash), OBJECT));
    }

    private ToSign.Part part(Disclosure said) {
        return new ToSign.Part(
                said.name(),
                json.readValue(said.value().canonical(), Object.class),
                text(said.salt()));
    }

    private static String choose(List<Passkey> keys, String chosen, String opened) {
        return keys.stream()
                .map(Passkey::id)
                .filter(chosen::equals)
                .findFirst()
                .or(() -> keys.stream().map(Passkey::id).filter(opened::equals).findFirst())
                .or(
                        () ->
                                keys.stream()
                                        .max(Comparator.comparing(StatementSigning::used))
                                        .map(Passkey::id))
                .orElseThrow(() -> refused("assurance.no-passkey"));
    }

    private static Instant used(Passkey key) {
        return key.usedAt().orElse(key.addedAt());
    }

    @Override
    public <B extends Record & Body> Submission<B> signed(
            Submission<B> unsigned, StatementRequest.AuthorProof given) {
        var account = unsigned.actor().account();
        var ticket = ticket(given.draft());
        if (!ticket.account().equals(account)) {
            throw refused("assurance.draft-of-another");
        }
        var proof = proof(account, given);
        var secret = seals.secret(PURPOSE, bytes(ticket.nonce()));
        var signed = new AuthorSigned(secret, bytes(ticket.hash()), proof);
        var whole = unsigned.signed(signed);
        var written = drafts.of(whole, secret).bytes();
        boolean isThere = isThere(unsigned, ticket);
        if (!isThere && !ticket.until().isAfter(clock.instant())) {
            throw refused("assurance.draft-too-old");
        }
        if (!isThere && !text(AuthorProof.challenge(written)).equals(ticket.hash())) {
            throw refused("journal.draft-changed");
        }
        if (!proof.provesHash(signed.hash())
                || !proof.origin().equals(origin.text())
                || !proof.isForDomain(origin.domain())) {
            throw refused("assurance.not-signed");
        }
        return whole;
    }

    /// Whether it was said before, so that whoever lost the answer gets it again, however late.
    private boolean isThere(Submission<?> said, DraftTicket ticket) {
        return own.written(said.operation(), said.actor().organisation(), said.id())
                .filter(one -> text(AuthorProof.challenge(one.statement())).equals(ticket.hash()))
                .isPresent();
    }

    private DraftTicket ticket(String draft) {
        try {
            return seals.open(PURPOSE, draft)
                    .map(content -> json.readValue(content, DraftTicket.class))
                    .orElseThrow(() -> refused("assurance.draft-of-another"));
        } catch (JacksonException sealedByAnotherVersion) {
            throw refused("assurance.draft-too-old");
        }
    }

    private AuthorProof proof(String account, StatementRequest.AuthorProof given) {
        try {
            var signed = passkeys.signed(account, given.credential().toString());
            return new AuthorProof(
                    bytes(signed.publicKey()),
                    bytes(signed.authenticatorData()),
                    bytes(signed.clientData()),
                    bytes(signed.signature()));
        } catch (Refused otherKey) {
            throw refused("assurance.key-not-enrolled");
        }
    }

    private static NotSigned refused(String code) {
        return new NotSigned(new Refusal(code, Map.of()));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
