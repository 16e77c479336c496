package org.parley.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether an ID token says what it must (OpenID Connect Core, 3.1.3.7). Pure: keys, expectations
/// and the time come in, a person or nothing comes out.
final class IdTokens {

    /// Clocks differ by so much.
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final int LONGEST = 16_000;
    private static final int LONGEST_SUBJECT = 255;
    private static final int FEWEST_RSA_BITS = 2048;

    private IdTokens() {}

    /// What was asked for.
    record Expected(String issuer, String clientId, String nonce, Instant now) {}

    /// Who it is at the provider.
    ///
    /// @param at when the provider last had them prove it, where it says so
    record Person(String subject, Optional<Instant> at) {}

    static Optional<Person> check(String text, JWKSet keys, Expected expected) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(text);
            var claims = jwt.getJWTClaimsSet();
            return claims != null
                            && isSigned(jwt, keys)
                            && isForUs(claims, expected)
                            && isNow(claims, expected.now())
                    ? person(claims)
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /// The key's id, to look for in the provider's set.
    static Optional<String> keyId(String text) {
        try {
            return Optional.ofNullable(SignedJWT.parse(text).getHeader().getKeyID());
        } catch (ParseException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(SignedJWT jwt, JWKSet keys) throws JOSEException {
        var header = jwt.getHeader();
        if (header.getCriticalParams() != null) {
            return false;
        }
        for (var key : keys.getKeys()) {
            boolean named = header.getKeyID() == null || header.getKeyID().equals(key.getKeyID());
            boolean signs = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
            if (named && signs) {
                var verifier = verifier(header.getAlgorithm(), key);
                if (verifier.isPresent() && jwt.verify(verifier.get())) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Each algorithm with its own kind of key, so that none is taken for another.
    private static Optional<JWSVerifier> verifier(JWSAlgorithm algorithm, JWK key)
            throws JOSEException {
        boolean rsa =
                List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256).contains(algorithm)
                        && key instanceof RSAKey
                        && key.size() >= FEWEST_RSA_BITS;
        if (rsa) {
            return Optional.of(new RSASSAVerifier(((RSAKey) key).toRSAPublicKey()));
        }
        return JWSAlgorithm.ES256.equals(algorithm)
                        && key instanceof ECKey ec
                        && Curve.P_256.equals(ec.getCurve())
                ? Optional.of(new ECDSAVerifier(ec.toECPublicKey()))
                : Optional.empty();
    }

    private static boolean isForUs(JWTClaimsSet claims, Expected expected) {
        var to = claims.getAudience();
        var party = claims.getClaim("azp");
        return expected.issuer().equals(claims.getIssuer())
                && to.contains(expected.clientId())
                && (to.size() == 1 || party != null)
                && (party == null || party.equals(expected.clientId()))
                && claims.getClaim("nonce") instanceof String nonce
                && MessageDigest.isEqual(nonce.getBytes(UTF_8), expected.nonce().getBytes(UTF_8));
    }

    private static boolean isNow(JWTClaimsSet claims, Instant now) {
        return isAfter(claims.getExpirationTime(), now.minus(SKEW))
                && isAfter(claims.getIssueTime(), now.minus(OLDEST))
                && !isAfter(claims.getIssueTime(), now.plus(SKEW))
                && !isAfter(claims.getNotBeforeTime(), now.plus(SKEW));
    }

    private static boolean isAfter(@Nullable Date at, Instant other) {
        return at != null && at.toInstant().isAfter(other);
    }

    private static Optional<Person> person(JWTClaimsSet claims) throws ParseException {
        var subject = claims.getSubject();
        return subject == null || subject.isEmpty() || subject.length() > LONGEST_SUBJECT
                ? Optional.empty()
                : Optional.of(
                        new Person(
                                subject,
                                Optional.ofNullable(claims.getDateClaim("auth_time"))
                                        .map(Date::toInstant)));
    }
}
