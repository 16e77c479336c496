package org.parley.hub.audit;

import java.time.Instant;

/// An answer to somebody else that carried an exact field of one's own statement.
///
/// @param statement the statement's id
/// @param index its place in the log
/// @param organisation who reads
/// @param account the reading account
/// @param way `page`, `api` or `export`
/// @param at by the hub's clock
public record ReadView(
        String statement,
        long index,
        String organisation,
        String account,
        String way,
        Instant at) {}
