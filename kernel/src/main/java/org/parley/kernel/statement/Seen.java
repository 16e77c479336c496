package org.parley.kernel.statement;

/// The last checkpoint that the author's device knew when it made the statement, so that the
/// statement cannot be older than that.
///
/// @param root the root hash in base64, as the checkpoint has it
public record Seen(String origin, long size, String root) {}
