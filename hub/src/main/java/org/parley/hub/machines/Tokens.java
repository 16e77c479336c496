package org.parley.hub.machines;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.Standing;
import org.parley.hub.signin.Deeds;
import org.parley.hub.signin.Refused;
import org.springframework.stereotype.Service;

/// Gives a machine a token for its key's signature. The token is a session's, so that revoking the
/// key or disabling the machine ends it with the next request.
@Service
class Tokens {

    /// Long enough for a job, too short to be worth stealing.
    static final Duration LASTS = Duration.ofMinutes(10);

    private final Assertions assertions;
    private final DpopProofs proofs;
    private final MachineKeyStore keys;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Deeds deeds;
    private final InstantSource clock;

    Tokens(
            Assertions assertions,
            DpopProofs proofs,
            MachineKeyStore keys,
            Accounts accounts,
            SignIns signIns,
            Deeds deeds,
            InstantSource clock) {
        this.assertions = assertions;
        this.proofs = proofs;
        this.keys = keys;
        this.accounts = accounts;
        this.signIns = signIns;
        this.deeds = deeds;
        this.clock = clock;
    }

    /// @throws Refused when it proves nothing
    String get(String assertion, HttpServletRequest request) {
        var boundTo = proofs.prove(request, "");
        var key = assertions.check(assertion);
        if (accounts.find(key.account()).filter(Standing::enabled).isEmpty()) {
            throw new Refused("machines.disabled");
        }
        var token = new String[1];
        deeds.together(
                () -> {
                    if (!keys.used(key.id(), clock.instant())) {
                        throw new Refused("machines.assertion-unknown-key");
                    }
                    token[0] =
                            signIns.openBound(
                                    key.account(),
                                    request.getRemoteAddr(),
                                    key.id(),
                                    boundTo,
                                    LASTS);
                });
        return token[0];
    }
}
