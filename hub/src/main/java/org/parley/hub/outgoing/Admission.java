package org.parley.hub.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Which hosts may be asked, and which of them at inner addresses.
///
/// @param hosts `name:port` each
/// @param inner the same
/// @param here whether this machine's own addresses are taken, and nothing else
record Admission(Set<String> hosts, Set<String> inner, boolean here) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    Admission {
        hosts = Set.copyOf(hosts);
        inner = Set.copyOf(inner);
    }

    static Admission of(OutgoingSettings settings) {
        var hosts = new HashSet<String>();
        var inner = new HashSet<String>();
        settings.hosts().forEach(host -> hosts.add(entry(host)));
        settings.inner().forEach(host -> inner.add(entry(host)));
        return new Admission(hosts, inner, false);
    }

    /// Only what runs on this machine.
    static Admission ofThisMachine() {
        return new Admission(Set.of(), Set.of(), true);
    }

    /// With an address that a setting of the deployer's names. Digits and `localhost` mean what
    /// they say, wherever that leads; a name has to lead out.
    Admission with(URI named) {
        var place = place(named);
        var more = new HashSet<>(means(host(named)) ? inner : hosts);
        more.add(place);
        return means(host(named))
                ? new Admission(hosts, more, here)
                : new Admission(more, inner, here);
    }

    private static boolean means(String host) {
        return host.equals("localhost") || host.contains(":") || host.matches("[0-9.]+");
    }

    private static String entry(String text) {
        var entry = text.strip().toLowerCase(Locale.ROOT);
        return entry.matches(".*[^:]:\\d+") ? entry : entry + ":" + HTTPS;
    }

    /// Before the name is looked up.
    void check(URI to) throws NotAllowedOut {
        if (!"https".equals(to.getScheme()) && !"http".equals(to.getScheme())
                || to.getHost() == null
                || to.getRawUserInfo() != null) {
            throw new NotAllowedOut("only https and http addresses without names are asked");
        }
        var place = place(to);
        if (here || inner.contains(place)) {
            return;
        }
        if (!hosts.contains(place)) {
            throw new NotAllowedOut(place + " is not on the deployer's list");
        }
        if ("http".equals(to.getScheme())) {
            throw new NotAllowedOut(place + " has to be asked over https");
        }
    }

    /// Each address that the name leads to.
    void check(URI to, InetAddress address) throws NotAllowedOut {
        if (here && !InnerAddresses.isHere(address)) {
            throw new NotAllowedOut("%s is not on this machine".formatted(to.getHost()));
        }
        if (!here && !inner.contains(place(to)) && InnerAddresses.isInner(address)) {
            throw new NotAllowedOut(
                    "%s leads to an inner address, and is not listed as such"
                            .formatted(to.getHost()));
        }
    }

    /// Without the brackets of an IPv6 address.
    static String host(URI to) {
        var host = to.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    static int port(URI to) {
        return to.getPort() >= 0 ? to.getPort() : "https".equals(to.getScheme()) ? HTTPS : HTTP;
    }

    private static String place(URI to) {
        return host(to) + ":" + port(to);
    }
}
