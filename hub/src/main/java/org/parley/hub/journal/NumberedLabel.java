package org.parley.hub.journal;

import org.parley.kernel.audience.Label;

/// A label with its number in an operation, and the salt that keeps its hash from being guessed.
record NumberedLabel(int number, Label label, String text, byte[] salt) {}
