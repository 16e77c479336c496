package org.parley.hub.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Asks other hosts. A host is asked only where the deployer named it; the addresses that its name
/// leads to are looked up once, all of them checked, and the line goes to one of these;
/// certificates are checked against the name; redirects come back as they are; and all of it ends
/// with the patience of the call. Proxies of the system are not used.
@Component
@EnableConfigurationProperties(OutgoingSettings.class)
public final class Outgoing {

    /// How names are looked up.
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Admission admission;
    private final Lookup lookup;
    private final SSLSocketFactory secure;

    Outgoing(Admission admission, Lookup lookup, SSLSocketFactory secure) {
        this.admission = admission;
        this.lookup = lookup;
        this.secure = secure;
    }

    @Autowired
    Outgoing(OutgoingSettings settings) {
        this(Admission.of(settings));
    }

    private Outgoing(Admission admission) {
        this(
                admission,
                InetAddress::getAllByName,
                (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /// To nobody, but for what is named later on.
    public static Outgoing toNobody() {
        return new Outgoing(new OutgoingSettings(java.util.List.of(), java.util.List.of()));
    }

    /// To what runs on this machine, for commands given beside a running hub.
    public static Outgoing toThisMachine() {
        return new Outgoing(Admission.ofThisMachine());
    }

    /// Also to the host of this address, which a setting of the deployer's names. Never for what
    /// came in a request or a statement.
    public Outgoing alsoTo(URI named) {
        return new Outgoing(admission.with(named), lookup, secure);
    }

    /// The answer, whatever its status; whoever asked closes it.
    ///
    /// @throws NotAllowedOut where the deployer does not allow it
    /// @throws IOException where no whole answer comes in time
    public Reply ask(Call call) throws IOException {
        admission.check(call.to());
        var addresses = lookup.addresses(Admission.host(call.to()));
        for (var address : addresses) {
            admission.check(call.to(), address);
        }
        var line = Line.to(addresses, call, secure);
        try {
            return Exchange.over(line, call);
        } catch (IOException | RuntimeException failed) {
            line.close();
            throw failed;
        }
    }
}
