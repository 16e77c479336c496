package org.parley.hub.journal;

/// A checkpoint that is signed, stored and public.
///
/// @param note the signed note, with witnesses' cosignatures where there are any
record Published(long size, String note) {}
