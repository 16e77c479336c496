package org.parley.hub.examples.exercise;

import java.time.Duration;
import java.util.List;

/// Chance that follows from a seed and a name alone, on every machine: SplitMix64, and logarithms
/// from [StrictMath]. Each thing in the exercise throws dice of its own, so that one more throw for
/// one of them changes nothing for the others.
final class Dice {

    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private long state;

    Dice(long seed, String name) {
        long hash = 0xCBF2_9CE4_8422_2325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x0000_0100_0000_01B3L; // FNV-1a
        }
        this.state = mix(seed) ^ mix(hash);
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }

    /// From zero, included, to one, excluded.
    double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return share() < probability;
    }

    /// From `least` to `most`, both included.
    int between(int least, int most) {
        return least + (int) (share() * (most - least + 1));
    }

    <T> T pick(List<T> from) {
        return from.get(between(0, from.size() - 1));
    }

    /// One of `from`, in proportion to `weights`.
    <T> T weighted(List<T> from, double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double at = share() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            at -= weights[i];
            if (at < 0) {
                return from.get(i);
            }
        }
        return from.get(weights.length - 1);
    }

    /// A lognormal span: how long things take that are usually short and sometimes very long. Whole
    /// minutes; never beyond eight medians, so that every life ends.
    Duration around(Duration median, double sigma) {
        double normal =
                StrictMath.sqrt(-2 * StrictMath.log(1 - share()))
                        * StrictMath.cos(2 * StrictMath.PI * share());
        double factor = StrictMath.exp(sigma * normal);
        double minutes = median.toMinutes() * Math.clamp(factor, 0.125, 8);
        return Duration.ofMinutes(Math.max(1, Math.round(minutes)));
    }
}
