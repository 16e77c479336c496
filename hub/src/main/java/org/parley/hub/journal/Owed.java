package org.parley.hub.journal;

/// A statement that is in the log, and who waits for the checkpoint over it.
record Owed(long index, Waiting waiting) {}
