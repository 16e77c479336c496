package org.parley.hub.machines;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.hub.signin.HubOrigin;
import org.parley.hub.signin.Refused;
import org.springframework.stereotype.Component;

/// A machine's word that it is itself, signed by a key that its organisation enrolled (RFC 7523,
/// section 3). Good once and for minutes.
@Component
class Assertions {

    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int LONGEST_ID = 200;

    private final MachineKeyStore keys;
    private final HubOrigin origin;
    private final UsedProofStore used;
    private final InstantSource clock;

    Assertions(MachineKeyStore keys, HubOrigin origin, UsedProofStore used, InstantSource clock) {
        this.keys = keys;
        this.origin = origin;
        this.used = used;
        this.clock = clock;
    }

    /// Whose assertion it is, which is used up by that.
    ///
    /// @throws Refused when it asserts nothing
    MachineKey check(String text) {
        var assertion =
                Jose.parse(text, Set.of("", "JWT", "client-authentication+jwt"))
                        .orElseThrow(() -> new Refused("machines.assertion-unreadable"));
        var key =
                Optional.ofNullable(assertion.getHeader().getKeyID())
                        .flatMap(keys::find)
                        .orElseThrow(() -> new Refused("machines.assertion-unknown-key"));
        if (!Jose.verifies(assertion, jwk(key))) {
            throw new Refused("machines.assertion-unsigned");
        }
        var claims = Jose.claims(assertion);
        if (!key.account().equals(claims.getIssuer())
                || !key.account().equals(claims.getSubject())) {
            throw new Refused("machines.assertion-other-machine");
        }
        if (!audiences().contains(claims.getAudience())) {
            throw new Refused("machines.assertion-elsewhere");
        }
        useUp(claims, key);
        return key;
    }

    /// One audience and no second: whoever else was named could bring the assertion here.
    private List<List<String>> audiences() {
        return List.of(List.of(origin.text()), List.of(origin.text() + TokenApi.ADDRESS));
    }

    private void useUp(JWTClaimsSet claims, MachineKey key) {
        var id = Jose.text(claims, "jti");
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new Refused("machines.assertion-unreadable");
        }
        var ends = ends(claims);
        if (!used.use("assertion " + key.id() + " " + id, ends.plus(DpopProofs.AHEAD))) {
            throw new Refused("machines.assertion-used");
        }
    }

    private Instant ends(JWTClaimsSet claims) {
        var now = clock.instant();
        var soon = now.plus(DpopProofs.AHEAD);
        var ends = claims.getExpirationTime();
        var made = claims.getIssueTime();
        var begins = claims.getNotBeforeTime();
        boolean good =
                ends != null
                        && ends.toInstant().isAfter(now)
                        && !ends.toInstant().isAfter(soon.plus(LONGEST))
                        && (made == null || !made.toInstant().isAfter(soon))
                        && (begins == null || !begins.toInstant().isAfter(soon));
        if (!good) {
            throw new Refused("machines.assertion-old");
        }
        return ends.toInstant();
    }

    private static JWK jwk(MachineKey key) {
        try {
            return JWK.parse(key.jwk());
        } catch (ParseException checkedWhenEnrolled) {
            throw new IllegalStateException(checkedWhenEnrolled);
        }
    }
}
