package org.parley.hub.signin;

import java.time.Instant;

/// What an account holds beside its keys and sessions, and loses when everything from before is
/// made worthless. Implemented above this module.
public interface Belongings {

    /// Part of the transaction that it belongs to.
    void forget(String account, Instant now);
}
