package org.parley.hub.outgoing;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/// Which addresses lead into a network instead of out to the public one: the special-purpose
/// registries of IANA (RFC 6890), also where an IPv6 address carries such an IPv4 one.
final class InnerAddresses {

    private record Range(int network, int bits) {

        static Range of(int a, int b, int c, int d, int bits) {
            return new Range((a << 24) | (b << 16) | (c << 8) | d, bits);
        }

        boolean holds(int address) {
            return bits == 0 || (address ^ network) >>> (32 - bits) == 0;
        }
    }

    private static final List<Range> INNER =
            List.of(
                    Range.of(0, 0, 0, 0, 8),
                    Range.of(10, 0, 0, 0, 8),
                    Range.of(100, 64, 0, 0, 10),
                    Range.of(127, 0, 0, 0, 8),
                    Range.of(169, 254, 0, 0, 16),
                    Range.of(172, 16, 0, 0, 12),
                    Range.of(192, 0, 0, 0, 24),
                    Range.of(192, 0, 2, 0, 24),
                    Range.of(192, 88, 99, 0, 24),
                    Range.of(192, 168, 0, 0, 16),
                    Range.of(198, 18, 0, 0, 15),
                    Range.of(198, 51, 100, 0, 24),
                    Range.of(203, 0, 113, 0, 24),
                    Range.of(224, 0, 0, 0, 3)); // multicast, reserved, broadcast

    private InnerAddresses() {}

    static boolean isInner(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isInner(number(four.getAddress(), 0));
            case Inet6Address six -> isInner(six.getAddress());
            default -> true;
        };
    }

    private static boolean isInner(int four) {
        return INNER.stream().anyMatch(range -> range.holds(four));
    }

    private static boolean isInner(byte[] six) {
        boolean global = (six[0] & 0xe0) == 0x20; // 2000::/3 is all that is given out
        int first = number(six, 0);
        if (first == 0x0064ff9b && number(six, 4) == 0 && number(six, 8) == 0) { // NAT64
            return isInner(number(six, 12));
        }
        if ((first >>> 16) == 0x2002) { // 6to4
            return isInner(number(six, 2));
        }
        boolean teredo = first == 0x20010000;
        boolean documentation = first == 0x20010db8 || (first >>> 20) == 0x3ff;
        return !global || teredo || documentation;
    }

    private static int number(byte[] bytes, int from) {
        return (bytes[from] & 0xff) << 24
                | (bytes[from + 1] & 0xff) << 16
                | (bytes[from + 2] & 0xff) << 8
                | (bytes[from + 3] & 0xff);
    }

    /// Whether it is one of this machine's own.
    static boolean isHere(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return false;
        }
    }
}
