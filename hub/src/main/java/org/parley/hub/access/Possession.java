package org.parley.hub.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Checks that whoever sends a bound token holds the key that it is bound to (RFC 9449, DPoP).
/// Implemented above this module, where the form of such proofs is known.
public interface Possession {

    /// The scheme of the `Authorization` header of a bound token.
    String SCHEME = "DPoP";

    /// What is wrong with the request's proof; empty where it holds. A proof holds once.
    ///
    /// @param thumbprint of the key that the token is bound to
    /// @return the code of a refusal, such as `machines.proof-used`
    Optional<String> fault(HttpServletRequest request, String token, String thumbprint);
}
