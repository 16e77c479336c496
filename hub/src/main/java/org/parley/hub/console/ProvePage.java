package org.parley.hub.console;

import java.util.Optional;

/// Asks the author of a statement to sign its hash with a passkey.
///
/// @param what the statement's type, in words
/// @param action where the form goes; also the statement's page, without `/prove`
/// @param options what the browser asks an authenticator for; empty where this reader cannot sign
public record ProvePage(
        Shell shell,
        String what,
        String hash,
        String action,
        String back,
        Optional<String> options,
        Optional<String> problem)
        implements Page {}
