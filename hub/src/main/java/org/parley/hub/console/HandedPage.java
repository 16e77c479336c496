package org.parley.hub.console;

/// A link that was made for somebody, to be handed to them: shown once.
///
/// @param what for whom, and until when
public record HandedPage(Shell shell, String what, String address, QrDrawing qr) implements Page {}
