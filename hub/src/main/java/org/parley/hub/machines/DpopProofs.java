package org.parley.hub.machines;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parley.hub.access.Possession;
import org.parley.hub.signin.HubOrigin;
import org.parley.hub.signin.Refused;
import org.springframework.stereotype.Component;

/// Proofs that whoever sends a request holds a key, for this one request (RFC 9449, section 4.3).
@Component
class DpopProofs implements Possession {

    /// How long ago a proof may have been made; clocks go wrong by some seconds.
    static final Duration OLDEST = Duration.ofSeconds(60);

    static final Duration AHEAD = Duration.ofSeconds(10);

    private static final int LONGEST_ID = 200;

    private final HubOrigin origin;
    private final UsedProofStore used;
    private final InstantSource clock;

    DpopProofs(HubOrigin origin, UsedProofStore used, InstantSource clock) {
        this.origin = origin;
        this.used = used;
        this.clock = clock;
    }

    @Override
    public Optional<String> fault(HttpServletRequest request, String token, String thumbprint) {
        try {
            return prove(request, token).equals(thumbprint)
                    ? Optional.empty()
                    : Optional.of("machines.proof-other-key");
        } catch (Refused refused) {
            return Optional.of(refused.why().code());
        }
    }

    /// @param token that goes with the request; empty where it asks for one
    /// @return the thumbprint of the key that is proved
    /// @throws Refused when nothing is proved
    String prove(HttpServletRequest request, String token) {
        var headers = Collections.list(request.getHeaders("DPoP"));
        if (headers.size() != 1) {
            throw new Refused("machines.proof-missing");
        }
        var proof =
                Jose.parse(headers.getFirst(), Set.of("dpop+jwt"))
                        .orElseThrow(() -> new Refused("machines.proof-unreadable"));
        var key = Jose.publicKey(proof).orElseThrow(() -> new Refused("machines.proof-unreadable"));
        if (!Jose.verifies(proof, key)) {
            throw new Refused("machines.proof-unsigned");
        }
        var claims = Jose.claims(proof);
        if (!Jose.text(claims, "htm").equals(request.getMethod())
                || !isHere(Jose.text(claims, "htu"), request)) {
            throw new Refused("machines.proof-elsewhere");
        }
        if (!isNow(claims)) {
            throw new Refused("machines.proof-old");
        }
        if (!token.isEmpty() && !isFor(token, Jose.text(claims, "ath"))) {
            throw new Refused("machines.proof-other-token");
        }
        useUp(claims, Jose.thumbprint(key));
        return Jose.thumbprint(key);
    }

    /// The address by the hub's own name for itself, never by the request's: a proof made for
    /// another hub is worth nothing here, whoever forwards it.
    private boolean isHere(String htu, HttpServletRequest request) {
        try {
            var named = URI.create(htu);
            var here = URI.create(origin.text());
            return here.getScheme().equalsIgnoreCase(named.getScheme())
                    && here.getHost().equalsIgnoreCase(named.getHost())
                    && port(here) == port(named)
                    && request.getRequestURI().equals(named.getRawPath());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return address.getScheme().toLowerCase(Locale.ROOT).equals("https") ? 443 : 80;
    }

    private boolean isNow(JWTClaimsSet claims) {
        var made = claims.getIssueTime();
        var now = clock.instant();
        return made != null
                && !made.toInstant().isBefore(now.minus(OLDEST))
                && !made.toInstant().isAfter(now.plus(AHEAD));
    }

    private static boolean isFor(String token, String hash) {
        var expected = Base64.getUrlEncoder().withoutPadding().encode(UsedProofStore.sha256(token));
        return MessageDigest.isEqual(expected, hash.getBytes(US_ASCII));
    }

    private void useUp(JWTClaimsSet claims, String thumbprint) {
        var id = Jose.text(claims, "jti");
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new Refused("machines.proof-unreadable");
        }
        var ends = clock.instant().plus(OLDEST).plus(AHEAD).plusSeconds(1);
        if (!used.use("proof " + thumbprint + " " + id, ends)) {
            throw new Refused("machines.proof-used");
        }
    }
}
