package org.parley.hub.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.WitnessStanding.State;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.SignatureLine;
import org.parley.kernel.proof.VerifierKey;

/// All the witnesses that the deployer named. Receipts wait a short grace for those that were quick
/// the last time; what comes later is stored when it comes.
final class Witnesses implements AutoCloseable {

    /// A witness that holds a longer log than the store.
    record Longer(String witness, long size) {}

    private record Place(Witness witness, String origin) {}

    private final List<Witness> witnesses;
    private final Duration grace;
    private final InstantSource clock;
    private final Map<Place, AskedWitness> asked = new ConcurrentHashMap<>();

    Witnesses(List<Witness> witnesses, Duration grace, InstantSource clock) {
        this.witnesses = List.copyOf(witnesses);
        this.grace = grace;
        this.clock = clock;
    }

    List<Witness> list() {
        return witnesses;
    }

    List<VerifierKey> keys() {
        return witnesses.stream().flatMap(witness -> witness.keys().stream()).toList();
    }

    /// One checkpoint on offer to all that are asked.
    final class Offered {

        private record One(AskedWitness witness, Offer offer, boolean waitedFor) {}

        private final List<One> offers = new ArrayList<>();
        private final List<Offer> open = new ArrayList<>();

        private void to(AskedWitness witness, Offer offer) {
            offers.add(new One(witness, offer, witness.isQuick()));
            witness.offer(offer);
        }

        /// The cosignatures that came within the grace.
        List<SignatureLine> inTime() {
            long until = System.nanoTime() + grace.toNanos();
            var lines = new ArrayList<SignatureLine>();
            for (var one : offers) {
                if (one.waitedFor()) {
                    await(one, until - System.nanoTime());
                }
            }
            for (var one : offers) {
                var come = one.offer().cosigned().getNow(null);
                if (come == null) {
                    open.add(one.offer());
                } else {
                    lines.addAll(come);
                }
            }
            return lines;
        }

        private static void await(One one, long nanos) {
            try {
                one.offer().tried().get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            } catch (TimeoutException slow) {
                one.witness().wasSlow();
            } catch (ExecutionException neverSo) {
                throw new IllegalStateException(neverSo);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        /// Hands over those that come later.
        void late(Consumer<List<SignatureLine>> taker) {
            open.forEach(offer -> offer.cosigned().thenAccept(taker));
        }
    }

    Offered offer(Note note, Checkpoint checkpoint, LongFunction<ConsistencyProof> since) {
        var offered = new Offered();
        for (var witness : witnesses) {
            if (witness.address().isPresent()) {
                offered.to(asked(witness, checkpoint.origin()), new Offer(note, checkpoint, since));
            }
        }
        return offered;
    }

    private AskedWitness asked(Witness witness, String origin) {
        return asked.computeIfAbsent(
                new Place(witness, origin), _ -> new AskedWitness(witness, origin, grace, clock));
    }

    /// A witness that holds more than this newest checkpoint of the store. All are asked at once.
    Optional<Longer> longer(Note note, Checkpoint checkpoint) {
        var held = new ConcurrentHashMap<Witness, OptionalLong>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) { // waits for all
            for (var witness : witnesses) {
                threads.execute(() -> held.put(witness, witness.holds(note, checkpoint)));
            }
        }
        for (var witness : witnesses) {
            long size = held.getOrDefault(witness, OptionalLong.empty()).orElse(0);
            if (size > checkpoint.size()) {
                return Optional.of(new Longer(witness.name(), size));
            }
        }
        return Optional.empty();
    }

    State state(Witness witness, String origin) {
        var known = asked.get(new Place(witness, origin));
        return known == null ? State.NEW : known.state();
    }

    @Nullable Instant lastSeen(Witness witness, String origin) {
        var known = asked.get(new Place(witness, origin));
        return known == null ? null : known.lastSeen();
    }

    @Override
    public void close() {
        asked.values().forEach(AskedWitness::close);
    }
}
