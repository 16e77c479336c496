package org.parley.hub.examples.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.parley.hub.access.Account;
import org.parley.hub.examples.ExampleFiles;
import org.parley.hub.examples.ExampleOperation;
import org.parley.hub.journal.HubStopping;
import org.parley.hub.journal.Journal;
import org.parley.kernel.id.OperationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// The example operation `exercise`: an invented country whose consignments live by a clock of
/// their own. Its history is told when it is loaded; then the clock runs and the script goes on.
/// Loading it again changes nothing.
@Service
public class Exercise implements ExampleOperation, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Exercise.class);

    /// How far back the script is read again after a restart: what was said already is only a
    /// repetition.
    private static final Duration AGAIN = Duration.ofHours(2);

    private final Journal journal;
    private final ExerciseClock clock;
    private final ExerciseSettings settings;
    static final ExampleFiles FILES = ExampleFiles.of("exercise");
    private volatile @Nullable ScheduledExecutorService player;
    private volatile List<Line<?>> untold = List.of();

    Exercise(Journal journal, ExerciseClock clock, ExerciseSettings settings) {
        this.journal = journal;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public OperationId id() {
        return World.OPERATION;
    }

    @Override
    public List<Account> accounts() {
        return Cast.accounts(FILES);
    }

    @Override
    public void load() {
        journal.open(World.EXERCISE);
        var history = script().until(World.START);
        var last = history.getLast();
        if (isSaid(last)) {
            return;
        }
        long until = System.nanoTime() + settings.patience().toNanos();
        var rest = history;
        while (!rest.isEmpty() && System.nanoTime() < until) {
            rest = tellSome(rest, history.size());
        }
        untold = rest;
    }

    /// Tells the next lines, and lets the clock stand at the last of them. What is left.
    private List<Line<?>> tellSome(List<Line<?>> lines, int whole) {
        var some = lines.subList(0, Math.min(Narrator.CHUNK, lines.size()));
        warn(narrator().say(some));
        clock.standAt(some.getLast().heard());
        LOG.atInfo()
                .addArgument(World.day(some.getLast().heard()))
                .addArgument(whole - lines.size() + some.size())
                .addArgument(whole)
                .log("The exercise is told up to {}: {} of {} statements");
        return lines.subList(some.size(), lines.size());
    }

    private boolean isSaid(Line<?> line) {
        return journal.find(World.OPERATION, line.by(), line.id(settings.seed())).isPresent();
    }

    /// Tells what is left of the past; then lets the clock run from where the log ends, and plays
    /// what the script has for the time that passes.
    @Override
    public synchronized void start() {
        if (player == null) {
            player =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofVirtual().name("exercise-player").factory());
            player.execute(this::begin);
        }
    }

    private void begin() {
        var whole = script().until(World.START).size();
        for (var rest = untold; !rest.isEmpty(); ) {
            rest = tellSome(rest, whole);
        }
        untold = List.of();
        var from = ended();
        var script = script();
        script.until(from.minus(AGAIN));
        clock.runFrom(from, settings.speed());
        var playing = player;
        if (playing != null) {
            playing.scheduleWithFixedDelay(
                    () -> play(script), 0, settings.pause().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// A hub that is started again shows the exercise as it was left, until somebody lets it go on.
    @EventListener(ApplicationReadyEvent.class)
    void stand() {
        if (journal.operation(World.OPERATION).isEmpty()) {
            return; // the script takes long to read
        }
        var first = script().until(World.at(World.FIRST_DAY, 23, 0)).getFirst();
        if (isSaid(first)) {
            clock.standAt(ended());
        }
    }

    /// When the last statement was heard.
    private Instant ended() {
        long size = journal.now(World.OPERATION).size();
        var heard = journal.asOf(World.OPERATION, size).at();
        return heard.isBefore(World.EXERCISE.inEffectFrom()) ? World.START : heard;
    }

    // A pause of the database or the signer must not end the exercise: what could not be said now
    // is said again after the next restart, and the rest goes on.
    private void play(Script script) {
        try {
            warn(narrator().say(script.until(clock.now())));
        } catch (HubStopping stopping) {
            LOG.debug("The hub stops, and the exercise with it");
        } catch (RuntimeException trouble) {
            LOG.warn("A part of the exercise could not be said", trouble);
        }
    }

    private static void warn(Map<String, Long> refused) {
        if (!refused.isEmpty()) {
            LOG.atWarn().addKeyValue("refused", refused).log("Lines of the script were refused");
        }
    }

    private Narrator narrator() {
        return new Narrator(journal, clock, settings.seed());
    }

    private Script script() {
        return new Script(settings.seed(), settings.share(), FILES);
    }

    @Override
    public synchronized void close() {
        if (player != null) {
            player.shutdown();
            player = null;
        }
    }
}
