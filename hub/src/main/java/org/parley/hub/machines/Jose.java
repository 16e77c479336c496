package org.parley.hub.machines;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.KeySafety;

/// Signed JWTs after RFC 7515 and RFC 8725: two algorithms and no others, each with its own kind of
/// key; nothing that a header names is fetched.
final class Jose {

    private static final int LONGEST = 8_000;
    private static final byte[] ED25519_PREFIX =
            HexFormat.of().parseHex("302a300506032b6570032100");

    private Jose() {}

    /// A JWT that has the form of one, its signature not yet checked.
    static Optional<SignedJWT> parse(String text, Set<String> types) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(text);
            var header = jwt.getHeader();
            var type = header.getType() == null ? "" : header.getType().getType();
            boolean good =
                    types.contains(type)
                            && isAllowed(header.getAlgorithm())
                            && header.getCriticalParams() == null
                            && jwt.getJWTClaimsSet() != null;
            return good ? Optional.of(jwt) : Optional.empty();
        } catch (ParseException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static boolean isAllowed(JWSAlgorithm algorithm) {
        return JWSAlgorithm.ES256.equals(algorithm) || JWSAlgorithm.EdDSA.equals(algorithm);
    }

    static JWTClaimsSet claims(SignedJWT jwt) {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
    }

    /// A claim as text; empty where it is not there, or is something else.
    static String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : "";
    }

    /// The public key in a header, where it is one of those allowed here and safe to use.
    static Optional<JWK> publicKey(SignedJWT jwt) {
        var key = jwt.getHeader().getJWK();
        return key == null || key.isPrivate() || !isSafe(key) ? Optional.empty() : Optional.of(key);
    }

    private static boolean isSafe(JWK key) {
        if (key instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve())) {
            try {
                KeySafety.checkEd25519(pair.getDecodedX());
                return true;
            } catch (InvalidValue | ArithmeticException crafted) {
                return false;
            }
        }
        return key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve());
    }

    /// The algorithm that goes with a key.
    static String algorithm(JWK key) {
        return key instanceof ECKey ? "ES256" : "EdDSA";
    }

    /// Whether the key has signed the JWT, by its own algorithm.
    static boolean verifies(SignedJWT jwt, JWK key) {
        if (!jwt.getHeader().getAlgorithm().getName().equals(algorithm(key))) {
            return false;
        }
        try {
            return switch (key) {
                case ECKey ec -> jwt.verify(new ECDSAVerifier(ec.toPublicJWK()));
                case OctetKeyPair pair -> verifiesEdDsa(jwt, pair);
                default -> false;
            };
        } catch (JOSEException | IllegalStateException | GeneralSecurityException wrong) {
            return false;
        }
    }

    /// The platform's own; the library would want another for it.
    private static boolean verifiesEdDsa(SignedJWT jwt, OctetKeyPair pair)
            throws GeneralSecurityException {
        var encoded = HexFormat.of().formatHex(ED25519_PREFIX);
        var x509 = HexFormat.of().parseHex(encoded + HexFormat.of().formatHex(pair.getDecodedX()));
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
        signature.update(jwt.getSigningInput());
        return signature.verify(jwt.getSignature().decode());
    }

    static String thumbprint(JWK key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
