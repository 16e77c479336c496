package org.parley.hub.journal;

/// A checkpoint that is signed, stored and public.
///
/// @param note the signed note, with the witnesses' cosignatures that are there by now
record Published(long size, String note) {}
