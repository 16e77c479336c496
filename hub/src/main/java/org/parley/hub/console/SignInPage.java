package org.parley.hub.console;

import java.util.List;

/// Signing in: the example operations' accounts, one click each.
///
/// @param next the path that signing in leads to; empty for the list of operations
/// @param failed whether the last attempt was refused
public record SignInPage(Shell shell, String action, String next, boolean failed, List<Demo> demo)
        implements Page {

    /// An account of an example operation; it needs no secret at this machine.
    ///
    /// @param post what the account is called
    /// @param role what it may do, in a word
    public record Demo(String account, String post, String organisation, String role) {}
}
