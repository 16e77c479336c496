package org.parley.hub.assurance;

import java.time.Instant;

/// What the hub gives its author with a statement that is to be signed, sealed, and takes back with
/// the signature: enough to make the same bytes again.
///
/// @param key the id of the passkey that signs; statements name the key
/// @param hash of the bytes, base64url
/// @param nonce the salts are made from it and a secret of the hub
record DraftTicket(String account, String key, String hash, String nonce, Instant until) {}
