package org.parley.hub.access;

import org.parley.kernel.id.PartnerId;

/// Somebody who is signed in: the account, and the one organisation that it acts for.
///
/// @param name what the console shows: a post, never a person's name
public record SignedIn(String account, PartnerId organisation, String name) {}
