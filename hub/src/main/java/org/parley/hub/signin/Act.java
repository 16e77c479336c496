package org.parley.hub.signin;

import java.time.Instant;

/// Something that was done to an account or a key.
///
/// @param act its stable code, such as `key-added`
/// @param actor the account that did it; empty where nobody was signed in yet
/// @param account whom it was done to
/// @param detail such as a key's name; never a secret
public record Act(
        Instant at,
        String act,
        String actor,
        String organisation,
        String account,
        String address,
        String detail) {}
