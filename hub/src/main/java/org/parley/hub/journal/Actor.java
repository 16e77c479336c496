package org.parley.hub.journal;

import org.parley.kernel.id.PartnerId;
import org.parley.kernel.statement.Assurance;

/// Who speaks: the organisation that the statement is attributed to, the account that acted for it,
/// and how sure the hub can be of both.
///
/// @param key the key that signed, or the hub's own when it attests for a signed-in user
public record Actor(PartnerId organisation, String account, String key, Assurance assurance) {

    /// A user of `organisation` whom the hub has signed in itself.
    public static Actor signedIn(PartnerId organisation, String account) {
        return new Actor(organisation, account, "hub", Assurance.HUB_ATTESTED);
    }

    /// The same, who signs with a passkey what they say.
    Actor signing(String passkey) {
        return new Actor(organisation, account, passkey, Assurance.PASSKEY_SIGNED);
    }
}
