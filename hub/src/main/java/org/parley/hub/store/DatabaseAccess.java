package org.parley.hub.store;

/// A way into a database as its owner.
///
/// @param url the JDBC URL
public record DatabaseAccess(String url, String user, String password) {}
