package org.parley.hub.access;

/// What the browser is told on every answer: run and show nothing that the hub does not serve
/// itself. No inline script, no inline style, no frame, no other host.
public final class ContentPolicy {

    /// The value of the header `Content-Security-Policy`.
    public static final String TEXT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private ContentPolicy() {}
}
