package org.parley.kernel.proof;

import java.math.BigInteger;
import org.parley.kernel.InvalidValue;

/// Refuses Ed25519 public keys about whose signatures verifiers disagree: not canonically encoded,
/// not on the curve, or not in the subgroup of prime order. With such a key a party could sign and
/// later show a verifier that says it did not.
public final class KeySafety {

    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger D =
            BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
    private static final BigInteger ROOT_OF_MINUS_ONE =
            BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

    private KeySafety() {}

    /// @throws InvalidValue saying what is wrong with the key
    public static void checkEd25519(byte[] key) {
        if (key.length != 32) {
            throw refused("must be 32 bytes");
        }
        var bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[31 - i] = key[i];
        }
        boolean odd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7F;
        var y = new BigInteger(1, bigEndian);
        if (y.compareTo(P) >= 0) {
            throw refused("is not canonically encoded");
        }
        var point = Point.of(x(y, odd), y);
        if (point.isIdentity() || !point.times(ORDER).isIdentity()) {
            throw refused("is not of prime order");
        }
    }

    private static BigInteger x(BigInteger y, boolean odd) {
        var y2 = y.multiply(y).mod(P);
        var x2 =
                y2.subtract(BigInteger.ONE)
                        .multiply(D.multiply(y2).add(BigInteger.ONE).modInverse(P))
                        .mod(P);
        var x = x2.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        if (!x.multiply(x).mod(P).equals(x2)) {
            x = x.multiply(ROOT_OF_MINUS_ONE).mod(P);
        }
        if (!x.multiply(x).mod(P).equals(x2)) {
            throw refused("is not on the curve");
        }
        if (x.signum() == 0 && odd) {
            throw refused("is not canonically encoded");
        }
        return x.testBit(0) == odd ? x : P.subtract(x).mod(P);
    }

    private static InvalidValue refused(String problem) {
        return new InvalidValue("Ed25519 key", problem);
    }

    /// A point in extended coordinates; the addition holds for every pair of points.
    private record Point(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {

        static Point of(BigInteger x, BigInteger y) {
            return new Point(x, y, BigInteger.ONE, x.multiply(y).mod(P));
        }

        boolean isIdentity() {
            return x.signum() == 0 && y.equals(z);
        }

        Point plus(Point other) {
            var a = y.subtract(x).multiply(other.y.subtract(other.x)).mod(P);
            var b = y.add(x).multiply(other.y.add(other.x)).mod(P);
            var c = t.multiply(other.t).mod(P).multiply(D).shiftLeft(1).mod(P);
            var d = z.multiply(other.z).shiftLeft(1).mod(P);
            var e = b.subtract(a);
            var f = d.subtract(c);
            var g = d.add(c);
            var h = b.add(a);
            return new Point(
                    e.multiply(f).mod(P),
                    g.multiply(h).mod(P),
                    f.multiply(g).mod(P),
                    e.multiply(h).mod(P));
        }

        Point times(BigInteger factor) {
            var sum = of(BigInteger.ZERO, BigInteger.ONE);
            for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
                sum = sum.plus(sum);
                if (factor.testBit(bit)) {
                    sum = sum.plus(this);
                }
            }
            return sum;
        }
    }
}
