package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// Signing in: by passkey, by a recovery code; and, apart, the example operations' accounts, one
/// click each.
///
/// @param next the path that signing in leads to; empty for the list of operations
/// @param options what the authenticator is asked for
/// @param providers of organisations, each a way to sign in
/// @param elsewhere the address at which passkeys work, where it is not this one
public record SignInPage(
        Shell shell,
        String action,
        String next,
        Optional<String> problem,
        String options,
        Optional<String> elsewhere,
        List<Demo> demo,
        List<Link> providers)
        implements Page {

    /// An account of an example operation; it needs no secret at this machine.
    ///
    /// @param post what the account is called
    /// @param role what it may do, in a word
    public record Demo(String account, String post, String organisation, String role) {}
}
