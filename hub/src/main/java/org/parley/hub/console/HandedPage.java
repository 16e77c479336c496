package org.parley.hub.console;

/// A link that was made for somebody, to be handed to them: shown once.
///
/// @param what for whom, and until when
/// @param how to hand it over
/// @param waits whether a second person has yet to stand for it
/// @param back where its maker goes from here
public record HandedPage(
        Shell shell,
        String what,
        String how,
        String address,
        QrDrawing qr,
        boolean waits,
        Link back)
        implements Page {}
