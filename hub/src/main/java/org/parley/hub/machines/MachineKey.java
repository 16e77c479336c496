package org.parley.hub.machines;

import java.time.Instant;
import java.util.Optional;

/// A public key of a machine.
///
/// @param id its thumbprint (RFC 7638), which the machine names as `kid`
/// @param account the machine that it belongs to
/// @param jwk the public key as JSON (RFC 7517)
/// @param algorithm `EdDSA` or `ES256`
/// @param addedBy the account of the officer who enrolled it
/// @param usedAt when it last got a token
/// @param waits whether a second person has yet to stand for it: until then it gets none
public record MachineKey(
        String id,
        String account,
        String jwk,
        String algorithm,
        String addedBy,
        Instant addedAt,
        Optional<Instant> usedAt,
        boolean waits) {}
