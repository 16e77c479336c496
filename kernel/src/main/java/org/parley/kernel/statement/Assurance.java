package org.parley.kernel.statement;

/// How sure a reader can be that the originator said it. A verifier claims no more than this.
public enum Assurance {
    /// A device key that the organisation enrolled signed the statement.
    DEVICE_SIGNED("device-signed"),
    /// A person's passkey signed the statement's hash.
    PASSKEY_SIGNED("passkey-signed"),
    /// The organisation's own key signed the statement.
    ORGANISATION_SIGNED("organisation-signed"),
    /// The hub says that a user whom it had signed in said so: the hub's word, nobody else's.
    HUB_ATTESTED("hub-attested");

    private final String code;

    Assurance(String code) {
        this.code = code;
    }

    /// The stable word in statements.
    public String code() {
        return code;
    }
}
