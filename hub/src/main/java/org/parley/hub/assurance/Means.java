package org.parley.hub.assurance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How an acknowledgement reached the desk that records it, from the surest on. Each is an
/// assurance level of its own; none is more than it says.
public enum Means {
    /// A file that a key of the organisation signed; the hub checks the signature.
    @JsonProperty("signed-file")
    SIGNED_FILE,
    /// An e-mail, of which the desk keeps the message and the hub its hash. A sender's address
    /// proves nothing.
    @JsonProperty("e-mail")
    E_MAIL,
    /// A call in which what was said was read back.
    @JsonProperty("call")
    CALL;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
