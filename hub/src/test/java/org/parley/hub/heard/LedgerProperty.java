package org.parley.hub.heard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.kernel.id.PartnerId;

/// The ledger of silence conserves, and is the same for everybody: for random questions all that
/// was asked is answered, lapsed or open, and two organisations that change places in what was
/// asked change places in the figures and nowhere else. `-Dseed` repeats a run.
class LedgerProperty {

    private static final List<String> ORGANISATIONS = List.of("north", "south", "west");
    private static final List<String> KINDS = List.of("flow.ruling", "release.recall");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Ledger LEDGER = new Ledger(NOW, 1000);

    @Test
    void whatWasAskedIsAnsweredOrLapsedOrOpen() {
        var seed = Long.getLong("seed", 20_261_125L);
        System.err.println("LedgerProperty -Dseed=" + seed);
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var questions = questions(random);
            var tallies = LEDGER.tallies(questions);

            assertThat(sum(tallies.stream().map(SilenceView.Tally::asked).toList()))
                    .isEqualTo(questions.size());
            for (var one : tallies) {
                assertThat(sum(List.of(one.answered(), one.lapsed(), one.open())))
                        .as("seed %d, %s", seed, one)
                        .isEqualTo(sum(List.of(one.asked())));
                assertThat(one.late().value()).isLessThanOrEqualTo(one.answered().value());
                assertThat(one.overdue().value()).isLessThanOrEqualTo(one.open().value());
                assertThat(one.p50Hours() == null).isEqualTo(one.answered().value().signum() == 0);
                assertThat(value(one.p50Hours())).isLessThanOrEqualTo(value(one.p90Hours()));
                assertThat(one.longestOpenHours() == null)
                        .isEqualTo(one.open().value().signum() == 0);
            }
        }
    }

    @Test
    void exchangingTwoOrganisationsExchangesTheirFiguresAndNothingElse() {
        var seed = Long.getLong("seed", 20_261_125L);
        System.err.println("LedgerProperty -Dseed=" + seed);
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var questions = questions(random);

            assertThat(exchanged(LEDGER.tallies(questions)))
                    .as("seed %d", seed)
                    .isEqualTo(
                            LEDGER.tallies(questions.stream().map(LedgerProperty::other).toList()));
        }
    }

    private static List<SilenceView.Tally> exchanged(List<SilenceView.Tally> tallies) {
        return tallies.stream()
                .map(
                        one ->
                                new SilenceView.Tally(
                                        other(one.organisation()),
                                        one.kind(),
                                        one.asked(),
                                        one.answered(),
                                        one.late(),
                                        one.lapsed(),
                                        one.open(),
                                        one.overdue(),
                                        one.p50Hours(),
                                        one.p90Hours(),
                                        one.longestOpenHours()))
                .sorted(
                        Comparator.comparing(SilenceView.Tally::organisation)
                                .thenComparing(SilenceView.Tally::kind))
                .toList();
    }

    private static Timed other(Timed one) {
        var asked = one.question();
        return new Timed(
                one.kind(),
                new Question(
                        asked.about(),
                        new PartnerId(other(asked.askedBy().value())),
                        new PartnerId(other(asked.awaits().value())),
                        asked.index(),
                        asked.due(),
                        asked.end()),
                one.askedAt(),
                one.endedAt());
    }

    private static String other(String organisation) {
        return switch (organisation) {
            case "north" -> "south";
            case "south" -> "north";
            default -> organisation;
        };
    }

    private static long sum(List<Measured> counts) {
        return counts.stream().mapToLong(one -> one.value().longValueExact()).sum();
    }

    private static BigDecimal value(@Nullable Measured hours) {
        return hours == null ? BigDecimal.ZERO : hours.value();
    }

    private static List<Timed> questions(Random random) {
        var questions = new ArrayList<Timed>();
        for (int i = random.nextInt(40); i > 0; i--) {
            var askedAt = NOW.minusSeconds(random.nextInt(1_000_000));
            var endedAt = askedAt.plusSeconds(random.nextInt(1_000_000) - 1_000);
            boolean ended = random.nextInt(3) > 0 && !endedAt.isAfter(NOW);
            questions.add(
                    new Timed(
                            KINDS.get(random.nextInt(KINDS.size())),
                            new Question(
                                    "consignment/CN-" + i,
                                    organisation(random),
                                    organisation(random),
                                    i,
                                    random.nextBoolean()
                                            ? null
                                            : askedAt.plusSeconds(random.nextInt(500_000)),
                                    ended ? new Question.End(random.nextBoolean(), i + 100) : null),
                            askedAt,
                            ended ? endedAt : null));
        }
        return questions;
    }

    private static PartnerId organisation(Random random) {
        return new PartnerId(ORGANISATIONS.get(random.nextInt(ORGANISATIONS.size())));
    }
}
