package org.parley.verifier;

import java.util.List;
import java.util.Optional;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.VerifierKey;
import org.parley.kernel.statement.AuthorProof;
import org.parley.kernel.statement.Disclosure;
import org.parley.kernel.statement.Statement;

/// What a package proves, and nothing beyond.
///
/// @param by the log that has it and the witnesses that cosigned
/// @param shown the fields that the package discloses, each part of the statement
/// @param hidden fields and decoys that are not shown: as many fields at most
/// @param author the passkey that signed the statement's hash, where one did
/// @param speaker on whose word it rests that the originator said it
record Proved(
        Statement statement,
        long index,
        Policy.Accepted by,
        List<Disclosure> shown,
        int hidden,
        Speaker speaker,
        Optional<AuthorProof> author,
        Earliest earliest) {

    /// Who vouches for the originator's having said it.
    sealed interface Speaker {

        /// The hub alone, for a user whom it had signed in.
        record HubForItsUser() implements Speaker {}

        /// The holder of the passkey that the statement names as its author's; that they are of the
        /// originator is the hub's word.
        record Passkey() implements Speaker {}

        /// The hub alone: the statement claims a signature that was not checked.
        record HubAlone() implements Speaker {}

        /// The holder of a device's key, which is the originator's by the hub's word.
        ///
        /// @param otherwise the fields that read otherwise than in what it signed
        record Device(String key, List<String> otherwise) implements Speaker {
            public Device {
                otherwise = List.copyOf(otherwise);
            }
        }

        /// The holder of a key that the reader named as the originator's.
        record Originator(VerifierKey key) implements Speaker {}
    }

    /// How early it can have been made.
    sealed interface Earliest {

        /// Nothing is said about it.
        record Open() implements Earliest {}

        /// It names a tree that is not shown to be of this log.
        record Claimed(String origin, long size) implements Earliest {}

        /// It names the log's tree of so many statements, so it was made when they were there.
        record After(long size) implements Earliest {}
    }

    /// The key that the log's word rests on.
    Optional<VerifierKey> logKey() {
        return by.signatures().stream()
                .map(signature -> signature.key())
                .filter(key -> key.name().equals(by.checkpoint().origin()))
                .findFirst();
    }
}
