package org.parley.hub.store;

/// A backup is not what it should be, or there is no room for it where it should go. The message is
/// one sentence.
public final class BackupRefused extends RuntimeException {

    public BackupRefused(String sentence) {
        super(sentence);
    }
}
