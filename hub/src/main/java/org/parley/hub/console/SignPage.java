package org.parley.hub.console;

import java.util.List;

/// Shows an author what they are about to say, for them to sign it with a passkey and say it in one
/// go. Carries what was typed, so that it can be changed or said without a signature.
///
/// @param what the statement's type, in words
/// @param action where the form goes that it was typed into
/// @param said all that is said
/// @param hash of the statement as it will be logged
/// @param fields what was typed, and what is to come back with the signature
/// @param keys the author's passkeys, the one that is asked for first
/// @param options what the browser asks the authenticator for
public record SignPage(
        Shell shell,
        String what,
        String action,
        List<Fact> said,
        String hash,
        List<VerifyPage.Field> fields,
        List<ListPage.Option> keys,
        String options)
        implements Page {}
