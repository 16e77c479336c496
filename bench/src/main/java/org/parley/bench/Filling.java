package org.parley.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.hub.examples.exercise.Exercise;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.ConsignmentRequested;
import org.parley.hub.flow.Goods;
import org.parley.hub.flow.GoodsReported;
import org.parley.hub.flow.LineItem;
import org.parley.hub.flow.Step;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.Rebuild;
import org.parley.hub.journal.Submission;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.quantity.Unit;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Fills the log: with consignments, five statements each (a request and four steps of its goods),
/// or with the exercise. Inside the hub's process, since what comes afterwards is what is measured.
@RestController
@RequestMapping("/bench")
class Filling {

    private static final int TOGETHER = 2_000;
    private static final Instant FROM = Instant.parse("2026-01-02T00:00:00Z");
    private static final Step[] STEPS = {
        Step.DISPATCHED, Step.OFFLOADED, Step.COLLECTED, Step.ARRIVED
    };

    private final Journal journal;
    private final Exercise exercise;
    private final Rebuild rebuild;

    Filling(Journal journal, Exercise exercise, Rebuild rebuild) {
        this.journal = journal;
        this.exercise = exercise;
        this.rebuild = rebuild;
    }

    /// Tells the whole past of the exercise, as the demo does.
    @PostMapping("/exercise")
    Map<String, Long> exercise() {
        exercise.load();
        return Map.of("size", journal.now(exercise.id()).size());
    }

    /// Empties an operation's state and replays its journal.
    @PostMapping("/rebuild")
    Map<String, Object> rebuild(@RequestParam String operation) {
        var result = rebuild.run(new OperationId(operation));
        return Map.of("statements", result.statements(), "same", result.same());
    }

    /// @param until how many statements the log is to have
    @PostMapping("/fill")
    Map<String, Long> fill(@RequestParam long until) {
        long size = journal.now(BenchHub.OPERATION).size();
        for (int number = (int) (size / 5); size < until; ) {
            var said = new ArrayList<Submission<?>>(TOGETHER);
            while (said.size() < TOGETHER) {
                consignment(number++, said);
            }
            for (var outcome : journal.submitAll(said)) {
                if (!(outcome instanceof Outcome.Recorded)) {
                    throw new IllegalStateException("Not recorded: " + outcome);
                }
            }
            size += said.size();
        }
        return Map.of("size", size);
    }

    private static void consignment(int number, List<Submission<?>> said) {
        var id = "CN-%07d".formatted(number);
        var at = FROM.plus(Duration.ofMinutes(number));
        said.add(
                submission(
                        id,
                        0,
                        at,
                        new ConsignmentRequested(
                                id,
                                AssistanceKind.HUMANITARIAN,
                                BenchHub.PARTNER,
                                BenchHub.PARTNER,
                                List.of(),
                                null,
                                null,
                                "zone-" + number % 8,
                                "corridor-" + number % 5,
                                null,
                                null,
                                List.of(),
                                List.of(),
                                List.of(
                                        new LineItem(
                                                "1",
                                                "Wheat flour, bags of 25 kg",
                                                "food",
                                                BigDecimal.valueOf(960),
                                                Unit.BG,
                                                BigDecimal.valueOf(24),
                                                null,
                                                null)))));
        for (int i = 0; i < STEPS.length; i++) {
            said.add(
                    submission(
                            id,
                            i + 1,
                            at.plus(Duration.ofHours(6L * (i + 1))),
                            GoodsReported.of(id, STEPS[i], Goods.of("1", 960 - number % 7 * i))));
        }
    }

    private static <B extends Record & Body> Submission<B> submission(
            String consignment, int step, Instant at, B body) {
        return new Submission<>(
                BenchHub.OPERATION,
                StatementId.derivedFrom("bench", consignment, Integer.toString(step)),
                Actor.signedIn(BenchHub.PARTNER, "bench"),
                Label.operation(BenchHub.PARTNER, FieldClass.OPERATIONAL),
                at,
                body);
    }
}
