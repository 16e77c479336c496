package org.parley.hub.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.flow.Sample.entry;
import static org.parley.hub.flow.Sample.line;
import static org.parley.hub.flow.Sample.manifest;
import static org.parley.hub.flow.Sample.org;
import static org.parley.hub.flow.Sample.request;
import static org.parley.hub.journal.TestJournal.NOON;
import static org.parley.hub.journal.TestJournal.OPERATION;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.Submission;
import org.parley.hub.store.Behalf;
import org.parley.hub.store.Store;
import org.parley.hub.store.TestDatabase;
import org.parley.kernel.audience.Audience;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.audience.Sensitivity;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.quantity.Unit;

/// Random histories: every answer can be had again as it was, a rebuild gives the same state, and
/// what readers see are the sums of what decisions are made from.
class FlowHistoryProperty {

    private static final long SEED = 31_050_412;
    private static final List<String> WHO = List.of("agency", "relief", "authority", "other");

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final List<StatementId> said = new ArrayList<>();
    private int count;

    /// An answer that was given once: live, and at the log size of that moment. Ages are reckoned
    /// at the moment that is asked about, so that a live answer comes again for its instant.
    private record Given(Cut cut, String reader, String live, String atSize) {}

    @Test
    void answersComeAgainByteForByteAndStateIsRebuiltTheSame() {
        try (var hub = TestFlow.open(new Epochs(16, 4))) {
            var given = new ArrayList<Given>();
            int recorded = 0;
            for (int i = 0; i < 400; i++) {
                hub.hub.setNow(NOON.plus(Duration.ofMinutes(11L * i)));
                recorded += say(hub) instanceof Outcome.Recorded ? 1 : 0;
                if (i % 25 == 24) {
                    var reader = WHO.get(random.nextInt(WHO.size()));
                    var cut = hub.hub.cut();
                    given.add(
                            new Given(
                                    cut,
                                    reader,
                                    answers(hub, reader, cut),
                                    answers(hub, reader, atSize(hub, cut))));
                }
            }
            assertThat(recorded).as("seed %d", SEED).isGreaterThan(150);

            same(hub, given);
            sumsAreThoseOfAllLines(hub, given);
            readersSeeTheSums(hub);
            var digest = hub.hub.digest();
            assertThat(hub.hub.rebuild().same()).as("replay equality, seed %d", SEED).isTrue();
            assertThat(hub.hub.digest()).isEqualTo(digest);
            same(hub, given);
            sumsAreThoseUnderRowSecurityToo(hub);
        }
    }

    /// With the database's own layer beneath, which the sums are read around.
    private static void sumsAreThoseUnderRowSecurityToo(TestFlow hub) {
        try (var store = TestDatabase.guarded(hub.database)) {
            store.writer().executeWithoutResult(_ -> WHO.forEach(who -> enrol(store, who)));
            var model = new SumsModel(store);
            long size = hub.hub.cut().size();
            for (long at = size; at > 0; at -= 37) {
                var cut = hub.hub.journal().asOf(OPERATION, at);
                for (var reader : WHO) {
                    Behalf.of("token of " + reader);
                    Behalf.in(OPERATION.value());
                    model.check(
                            hub.hub.sight(reader),
                            cut,
                            "guarded, as of %d for %s, seed %d".formatted(at, reader, SEED));
                }
            }
        } finally {
            Behalf.nobody();
        }
    }

    private static void enrol(Store store, String who) {
        for (var statement :
                List.of(
                        "INSERT INTO access.account (id, organisation, name, machine, demo)"
                                + " VALUES (:who, :who, 'Desk', false, false)",
                        "INSERT INTO access.part VALUES (:who, 'exercise', 'observer', 'F3')",
                        "INSERT INTO state.membership VALUES ('exercise', '', :who, 1, 0)",
                        "INSERT INTO access.session (token, account, opened_at, ends_at) VALUES"
                                + " (sha256(convert_to('token of ' || :who, 'UTF8')), :who, now(),"
                                + " now() + interval '1 hour')")) {
            store.sql().sql(statement).param("who", who).update();
        }
    }

    private static Cut atSize(TestFlow hub, Cut cut) {
        return hub.hub.journal().asOf(OPERATION, cut.size());
    }

    private static void same(TestFlow hub, List<Given> given) {
        for (var answer : given) {
            var cut = answer.cut();
            assertThat(answers(hub, answer.reader(), hub.hub.journal().asOf(OPERATION, cut.at())))
                    .as("as of %s for %s, seed %d", cut.at(), answer.reader(), SEED)
                    .isEqualTo(answer.live());
            assertThat(answers(hub, answer.reader(), atSize(hub, cut)))
                    .as("as of %d for %s, seed %d", cut.size(), answer.reader(), SEED)
                    .isEqualTo(answer.atSize());
        }
    }

    /// For every reader, at the cuts where answers were given and at all sizes around an epoch's
    /// end.
    private static void sumsAreThoseOfAllLines(TestFlow hub, List<Given> given) {
        var cuts = new ArrayList<Cut>();
        given.forEach(one -> cuts.add(one.cut()));
        long size = hub.hub.cut().size();
        for (long at = 1; at <= size; at += at % 64 == 62 ? 1 : 7) {
            cuts.add(hub.hub.journal().asOf(OPERATION, at));
        }
        var model = new SumsModel(hub.hub.store());
        for (var cut : cuts) {
            for (var reader : WHO) {
                model.check(
                        hub.hub.sight(reader),
                        cut,
                        "as of %d for %s, seed %d".formatted(cut.size(), reader, SEED));
            }
        }
    }

    private static String answers(TestFlow hub, String reader, Cut cut) {
        var sight = hub.hub.sight(reader);
        var all = new LinkedHashMap<String, Object>();
        all.put("list", hub.flow.list(sight, cut, FlowFilter.ALL, "", 100));
        for (int i = 0; i < 6; i++) {
            var view = hub.flow.find(sight, cut, "CN-" + i);
            all.put("CN-" + i, view.map(Object.class::cast).orElse("none"));
        }
        all.put("board", hub.flow.board(sight, cut, AssistanceKind.HUMANITARIAN, 3));
        all.put("funnel", hub.flow.funnel(sight, cut, null));
        all.put("dwell", hub.flow.dwell(sight, cut, null));
        all.put("authorities", hub.flow.authorities(sight, cut));
        all.put("rulings", hub.flow.rulings(sight, cut, RulingFilter.ALL, Long.MAX_VALUE, "", 100));
        all.put("manifests", hub.flow.manifests(sight, cut, null, null, Long.MAX_VALUE, 100));
        return TestFlow.JSON.writeValueAsString(all);
    }

    private static void readersSeeTheSums(TestFlow hub) {
        var records = new RecordStore(hub.hub.sql(), TestFlow.JSON);
        for (int i = 0; i < 6; i++) {
            var name = "CN-" + i;
            var record = records.load(OPERATION, Set.of(name)).get(name);
            if (record == null) {
                continue;
            }
            for (var line : hub.see("agency", name).lines()) {
                var ledger = requireNonNull(record.lines().get(line.line())).ledger();
                for (var balance : requireNonNull(line.balance())) {
                    assertThat(balance)
                            .as("%s line %s, seed %d", name, line.line(), SEED)
                            .isEqualTo(
                                    LineViews.balance(
                                            ledger, Codes.of(Node.class, "node", balance.node())));
                }
            }
        }
    }

    private Outcome say(TestFlow hub) {
        var who = WHO.get(random.nextInt(WHO.size()));
        var id = StatementId.derivedFrom("said", Integer.toString(count++));
        var claimedAt = hub.hub.now().minus(Duration.ofMinutes(random.nextInt(600)));
        var usual = hub.submission(who(who), id, body(), claimedAt);
        var outcome = hub.submit(random.nextInt(5) == 0 ? addressed(usual) : usual);
        said.add(id);
        return outcome;
    }

    /// To some only, or to some in part; the agency sees all of it, so that its sums can be
    /// compared with what is kept.
    private <B extends Record & Body> Submission<B> addressed(Submission<B> usual) {
        var originator = usual.actor().organisation();
        var named = new TreeSet<PartnerId>();
        WHO.stream().filter(_ -> random.nextBoolean()).forEach(who -> named.add(org(who)));
        named.add(originator);
        var ceiling = FieldClass.values()[random.nextInt(FieldClass.values().length)];
        var audience = new ArrayList<Audience>();
        audience.add(new Audience.Organisations(Set.of(org("agency")), FieldClass.EXACT));
        audience.add(
                random.nextBoolean()
                        ? new Audience.Operation(ceiling)
                        : new Audience.Organisations(named, ceiling));
        var label = new Label(originator, audience, Sensitivity.MODERATE);
        return new Submission<>(
                usual.operation(),
                usual.id(),
                usual.actor(),
                label,
                usual.claimedAt(),
                usual.body());
    }

    private String who(String anybody) {
        return random.nextInt(3) == 0 ? anybody : "agency";
    }

    private FlowBody body() {
        var consignment = "CN-" + random.nextInt(6);
        return switch (random.nextInt(12)) {
            case 0, 1 -> requested(consignment);
            case 2 ->
                    new ConsignmentAmended(
                            consignment,
                            random.nextBoolean() ? "hills" : null,
                            null,
                            Priority.URGENT,
                            List.of(line("2", "hygiene", 1 + random.nextInt(900), Unit.KT)),
                            List.of(),
                            null);
            case 3 -> ruled(consignment);
            case 4 ->
                    manifest(
                            "M-" + random.nextInt(3),
                            entry(consignment, "1", 1 + random.nextInt(50)));
            case 5 ->
                    new ReviewReported(
                            consignment,
                            org("authority"),
                            random.nextBoolean() ? ReviewState.ON_HOLD : ReviewState.UNDER_REVIEW,
                            List.of(),
                            null);
            case 6 -> loads(consignment);
            case 7 ->
                    new ReceiptReported(
                            consignment,
                            List.of(
                                    new ReceivedLine(
                                            "1",
                                            some(),
                                            some(),
                                            null,
                                            List.of(ReceiptReason.BROKEN),
                                            null)),
                            null,
                            random.nextInt(4) == 0 ? earlier() : null);
            case 8 ->
                    random.nextInt(8) == 0
                            ? new ConsignmentClosed(consignment, "as far as we know")
                            : new CustodyHandedOver(
                                    consignment,
                                    org("agency"),
                                    org("relief"),
                                    List.of(Goods.of("1", 3)),
                                    null,
                                    null,
                                    "depot",
                                    List.of());
            default -> goods(consignment);
        };
    }

    private ConsignmentRequested requested(String consignment) {
        return request(
                consignment,
                consignment.equals("CN-5") ? AssistanceKind.SECURITY : AssistanceKind.HUMANITARIAN,
                line("1", "food", 100 + random.nextInt(400), Unit.TNE),
                line("2", "hygiene", 100 + random.nextInt(400), Unit.KT));
    }

    private Ruled ruled(String consignment) {
        return new Ruled(
                "R-" + count,
                consignment,
                org("authority"),
                List.of(
                        random.nextBoolean() ? Sample.rulingFor("1") : Sample.inPart("1", 40),
                        Sample.against("2")),
                List.of(),
                random.nextBoolean() ? NOON.plus(Duration.ofHours(random.nextInt(90))) : null);
    }

    private LoadsChanged loads(String consignment) {
        return new LoadsChanged(
                "E-" + count,
                null,
                LoadChange.TRANSLOAD,
                Node.OUTSIDE,
                null,
                List.of(),
                List.of(Sample.inLoad("L-" + random.nextInt(2), consignment, "1", 10)),
                List.of(Sample.inLoad("T-" + random.nextInt(2), consignment, "1", 10)));
    }

    private GoodsReported goods(String consignment) {
        var step = Step.values()[random.nextInt(Step.values().length)];
        var at = step == Step.INTERCEPTED ? Node.INSIDE : Node.values()[random.nextInt(4)];
        var how = random.nextBoolean() ? Interception.ARMED : Interception.SELF_DISTRIBUTION;
        return new GoodsReported(
                consignment,
                step,
                List.of(
                        new Goods(
                                "1",
                                some(),
                                random.nextBoolean() ? Unit.KGM : null,
                                random.nextBoolean() ? "L-" + random.nextInt(2) : null,
                                null),
                        Goods.of("2", random.nextInt(30))),
                step.needsNode() ? at : null,
                step == Step.INTERCEPTED ? how : null,
                random.nextBoolean() ? "gate-north" : null,
                null,
                List.of(),
                null,
                random.nextInt(6) == 0 ? earlier() : null);
    }

    private BigDecimal some() {
        return BigDecimal.valueOf(random.nextInt(3_000), 2);
    }

    private @Nullable StatementId earlier() {
        return said.isEmpty() ? null : said.get(random.nextInt(said.size()));
    }
}
