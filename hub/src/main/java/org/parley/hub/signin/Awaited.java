package org.parley.hub.signin;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A key, or a link to make one, that waits for a second person.
///
/// @param target what the one who keeps it knows it by
/// @param organisation for whom the key will act
/// @param account whose key it will be
/// @param name what it is called: a post, a device, a key
/// @param gives the duties and parts that it gives, in codes; empty where it gives nothing new
public record Awaited(
        UUID id,
        What what,
        String target,
        String organisation,
        String account,
        String name,
        String gives,
        String askedBy,
        Instant askedAt,
        Instant endsAt) {

    /// What takes effect when they stand for it.
    public enum What {
        INVITATION,
        /// A machine with its first key.
        MACHINE,
        MACHINE_KEY,
        DEVICE,
        /// A further key of a person's own.
        PASSKEY;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static What of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
