package org.parley.hub.console;

import java.util.List;

/// Signing in, with the demo's accounts one click away where there are any.
///
/// @param typed the account name of a failed attempt
public record SignInPage(Shell shell, String action, String typed, boolean failed, List<Demo> demo)
        implements Page {

    /// An account of an example operation; its password is no secret.
    public record Demo(String account, String password, String role, String organisation) {}
}
