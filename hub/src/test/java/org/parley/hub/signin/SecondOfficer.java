package org.parley.hub.signin;

import java.time.Instant;
import java.util.List;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Account;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Duties;
import org.parley.hub.access.Means;
import org.parley.hub.access.SignIns;
import org.parley.hub.access.SignedIn;
import org.parley.kernel.id.PartnerId;

/// A second officer of an organisation, who stands for what another has asked for.
public final class SecondOfficer {

    private final HubUnderTest hub;
    private final String account;

    private SecondOfficer(HubUnderTest hub, String account) {
        this.hub = hub;
        this.account = account;
    }

    public static SecondOfficer of(HubUnderTest hub, String organisation) {
        var id = "second-of-" + organisation;
        hub.bean(Accounts.class)
                .enrol(new Account(id, new PartnerId(organisation), id, false, false, List.of()));
        hub.bean(Accounts.class).setDuties(id, new Duties(true, false));
        return new SecondOfficer(hub, id);
    }

    private String token() {
        return hub.bean(SignIns.class)
                .open(account, Means.PASSKEY, "192.0.2.2", "key", Instant.now());
    }

    public SignedIn who() {
        return hub.bean(SignIns.class).find(token()).orElseThrow();
    }

    public HubClient client() {
        return new HubClient(hub.address(), token());
    }

    /// @return how many things they stood for
    public long standsForAll() {
        var second = hub.bean(SecondPeople.class);
        var who = who();
        var mine = second.open(who).stream().filter(one -> second.mayStandFor(who, one)).toList();
        mine.forEach(one -> second.confirm(who, one.id(), "192.0.2.2"));
        return mine.size();
    }
}
