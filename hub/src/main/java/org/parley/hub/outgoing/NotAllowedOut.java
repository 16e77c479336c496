package org.parley.hub.outgoing;

import java.io.IOException;

/// The deployer did not allow the hub to ask this host, or what its name leads to. For whoever asks
/// it is as if the host did not answer.
public final class NotAllowedOut extends IOException {

    private static final long serialVersionUID = 1;

    NotAllowedOut(String why) {
        super(why);
    }
}
