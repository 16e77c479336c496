package org.parley.hub.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Note;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// All the witnesses of this hub, asked at the same time. One that fails is left alone for a while,
/// so that it costs its patience once and not with every checkpoint.
final class Witnesses {

    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final Duration REST = Duration.ofSeconds(30);

    /// What is known of a witness, for the log's metadata.
    ///
    /// @param size of the last checkpoint that it cosigned; 0 for none since the hub started
    record Standing(String name, String key, String address, Witness.State state, long size) {}

    /// A witness that holds a longer log than the store.
    record Longer(String witness, long size) {}

    private record Place(Witness witness, String origin) {}

    private record Last(Witness.State state, long size, Instant restsUntil) {}

    private static final Last NEVER = new Last(Witness.State.NEW, 0, Instant.MIN);

    private final List<Witness> witnesses;
    private final InstantSource clock;
    private final Map<Place, Last> last = new ConcurrentHashMap<>();

    Witnesses(List<Witness> witnesses, InstantSource clock) {
        this.witnesses = List.copyOf(witnesses);
        this.clock = clock;
    }

    List<Witness> list() {
        return witnesses;
    }

    /// The note with the cosignatures that came in time.
    Note cosigned(Note note, Checkpoint checkpoint, LongFunction<ConsistencyProof> since) {
        var cosigned = note;
        for (var answer : answers(note, checkpoint, since)) {
            if (answer.cosignature().isPresent()) {
                cosigned = cosigned.with(answer.cosignature().get());
            }
        }
        return cosigned;
    }

    private List<Witness.Answer> answers(
            Note note, Checkpoint checkpoint, LongFunction<ConsistencyProof> since) {
        var asked =
                witnesses.stream()
                        .filter(witness -> !rests(new Place(witness, checkpoint.origin())))
                        .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        var answers = new ConcurrentLinkedQueue<Witness.Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) { // waits for all
            for (var witness : asked) {
                threads.execute(() -> answers.add(ask(witness, note, checkpoint, since)));
            }
        }
        return List.copyOf(answers);
    }

    private Witness.Answer ask(
            Witness witness,
            Note note,
            Checkpoint checkpoint,
            LongFunction<ConsistencyProof> since) {
        var answer = witness.cosign(note, checkpoint, since);
        var place = new Place(witness, checkpoint.origin());
        boolean good = answer.state() == Witness.State.COSIGNED;
        var before = last.getOrDefault(place, NEVER);
        last.put(
                place,
                new Last(
                        answer.state(),
                        good ? checkpoint.size() : before.size(),
                        good ? Instant.MIN : clock.instant().plus(REST)));
        if (before.state() != answer.state()) {
            LOG.atLevel(good ? Level.INFO : Level.WARN)
                    .addKeyValue("log", checkpoint.origin())
                    .addKeyValue("witness", witness.key().name())
                    .log("Witness {}", answer.state());
        }
        return answer;
    }

    private boolean rests(Place place) {
        return clock.instant().isBefore(last.getOrDefault(place, NEVER).restsUntil());
    }

    /// A witness that holds more than this newest checkpoint of the store.
    Optional<Longer> longer(Note note, Checkpoint checkpoint) {
        for (var witness : witnesses) {
            var holds = witness.holds(note, checkpoint);
            if (holds.isPresent() && holds.getAsLong() > checkpoint.size()) {
                return Optional.of(new Longer(witness.key().name(), holds.getAsLong()));
            }
        }
        return Optional.empty();
    }

    List<Standing> standing(String origin) {
        return witnesses.stream()
                .map(
                        witness -> {
                            var now = last.getOrDefault(new Place(witness, origin), NEVER);
                            return new Standing(
                                    witness.key().name(),
                                    witness.key().toString(),
                                    witness.address(),
                                    now.state(),
                                    now.size());
                        })
                .toList();
    }
}
