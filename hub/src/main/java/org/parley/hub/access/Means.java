package org.parley.hub.access;

import java.util.Locale;

/// How a session came to be.
public enum Means {
    /// One click, at the hub's own machine, for an example's account.
    DEMO,
    /// A program of the machine that the hub runs on.
    MACHINE,
    /// A passkey, with its holder verified.
    PASSKEY,
    /// The organisation's own provider vouches for its person.
    PROVIDER,
    /// A program of an organisation, by a key that an officer enrolled: for minutes, and bound to
    /// the key that the program proves with each request.
    MACHINE_KEY;

    /// Whether a person stands behind it who can be asked to prove again that it is they.
    public boolean isPerson() {
        return this == PASSKEY || this == PROVIDER;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Means of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
