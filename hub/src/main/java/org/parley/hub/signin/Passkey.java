package org.parley.hub.signin;

import java.time.Instant;
import java.util.Optional;

/// A key of an account, as its owner sees it.
///
/// @param id of the credential, base64url
/// @param name what its owner calls it
/// @param backedUp whether its provider keeps copies of it elsewhere
/// @param usedAt when it last signed somebody in
/// @param waits whether a second person has yet to stand for it: until then it proves nothing
public record Passkey(
        String id,
        String name,
        boolean backedUp,
        Instant addedAt,
        Optional<Instant> usedAt,
        boolean waits) {}
