package org.parley.hub.signin;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks what authenticators answer, after W3C Web Authentication. The one place that knows the
/// library. Attestation is neither asked for nor judged: which make of key a person carries is
/// their organisation's business. User verification is required, always.
@Component
class Ceremonies {

    /// Signature algorithms that keys may use, the preferred first: Ed25519, ES256, RS256.
    static final List<Long> ALGORITHMS = List.of(-8L, -7L, -257L);

    private static final List<PublicKeyCredentialParameters> ALLOWED =
            ALGORITHMS.stream()
                    .map(
                            algorithm ->
                                    new PublicKeyCredentialParameters(
                                            PublicKeyCredentialType.PUBLIC_KEY,
                                            COSEAlgorithmIdentifier.create(algorithm)))
                    .toList();

    private final ObjectConverter objects = new ObjectConverter();
    private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager(objects);
    private final AttestedCredentialDataConverter keys =
            new AttestedCredentialDataConverter(objects);
    private final HubOrigin origin;

    Ceremonies(HubOrigin origin) {
        this.origin = origin;
    }

    /// A new key, checked.
    record Made(
            byte[] challenge,
            byte[] credential,
            byte[] key,
            long signCount,
            boolean backupEligible,
            boolean backedUp,
            String transports) {}

    /// A proof that a known key was used, checked.
    record Proof(byte[] challenge, long signCount, boolean backedUp) {}

    /// The answer of a key, not checked yet: whose it may be.
    record Claim(AuthenticationData data) {
        // The library's annotation speaks of the array's elements where it means the array.
        @SuppressWarnings("NullAway")
        byte[] credential() {
            var id = data.getCredentialId();
            return id == null ? new byte[0] : id;
        }

        byte[] challenge() {
            var client = data.getCollectedClientData();
            return client == null ? new byte[0] : client.getChallenge().getValue();
        }

        @SuppressWarnings("NullAway")
        byte[] authenticatorData() {
            var bytes = data.getAuthenticatorDataBytes();
            return bytes == null ? new byte[0] : bytes;
        }

        @SuppressWarnings("NullAway")
        byte[] clientData() {
            var bytes = data.getCollectedClientDataBytes();
            return bytes == null ? new byte[0] : bytes;
        }

        @SuppressWarnings("NullAway")
        byte[] signature() {
            var bytes = data.getSignature();
            return bytes == null ? new byte[0] : bytes;
        }

        boolean names(byte[] handle) {
            var named = data.getUserHandle();
            return named != null && MessageDigest.isEqual(named, handle);
        }
    }

    /// The challenge that an answer to a creation carries, not checked yet.
    byte[] challengeOfCreation(String response) {
        try {
            var client = library.parseRegistrationResponseJSON(response).getCollectedClientData();
            return client == null ? new byte[0] : client.getChallenge().getValue();
        } catch (WebAuthnException | IllegalArgumentException malformed) {
            throw new Refused("signin.key-not-made");
        }
    }

    /// @throws Refused when the answer is not a key made for this hub and this challenge
    Made made(String response, byte[] challenge) {
        try {
            var data =
                    library.verifyRegistrationResponseJSON(
                            response,
                            new RegistrationParameters(server(challenge), ALLOWED, true, true));
            var object = Objects.requireNonNull(data.getAttestationObject());
            var authenticator = object.getAuthenticatorData();
            var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            return new Made(
                    challenge,
                    credential.getCredentialId(),
                    keys.convert(credential),
                    authenticator.getSignCount(),
                    authenticator.isFlagBE(),
                    authenticator.isFlagBS(),
                    transports(data.getTransports()));
        } catch (WebAuthnException | IllegalArgumentException | NullPointerException unusable) {
            throw new Refused("signin.key-not-made");
        }
    }

    private static String transports(@Nullable Set<AuthenticatorTransport> all) {
        return all == null
                ? ""
                : all.stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    /// @throws Refused when it is no answer of a key at all
    Claim claim(String response) {
        try {
            return new Claim(library.parseAuthenticationResponseJSON(response));
        } catch (WebAuthnException | IllegalArgumentException malformed) {
            throw new Refused("signin.not-proved");
        }
    }

    /// @throws Refused when the key did not sign this challenge for this hub with its holder
    ///     verified, or counts backwards as a copy would
    Proof proof(Claim claim, PasskeyStore.Kept kept, byte[] challenge) {
        var record =
                new CredentialRecordImpl(
                        new NoneAttestationStatement(),
                        true,
                        kept.backupEligible(),
                        kept.backedUp(),
                        kept.signCount(),
                        keys.convert(kept.key()),
                        null,
                        null,
                        null,
                        null);
        try {
            var data =
                    library.verify(
                            claim.data(),
                            new AuthenticationParameters(
                                    server(challenge),
                                    record,
                                    List.of(kept.credential()),
                                    true,
                                    true));
            var authenticator = Objects.requireNonNull(data.getAuthenticatorData());
            return new Proof(challenge, authenticator.getSignCount(), authenticator.isFlagBS());
        } catch (MaliciousCounterValueException backwards) {
            throw new Refused("signin.key-copied");
        } catch (WebAuthnException | IllegalArgumentException | NullPointerException wrong) {
            throw new Refused("signin.not-proved");
        }
    }

    /// A kept key as others can check with it: X.509 SubjectPublicKeyInfo.
    byte[] publicKey(PasskeyStore.Kept kept) {
        return Objects.requireNonNull(
                        keys.convert(kept.key()).getCOSEKey().getPublicKey(),
                        "a key has a public half")
                .getEncoded();
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origin(Origin.create(origin.text()))
                .rpId(origin.rpId())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }
}
