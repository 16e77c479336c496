package org.parley.hub.retention;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.hub.access.Coordinators;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.OwnStatement;
import org.parley.hub.journal.OwnStatements;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.Sight;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.StatementKinds;
import org.parley.hub.journal.Verdict;
import org.parley.kernel.audience.Audience;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.audience.Sensitivity;
import org.springframework.stereotype.Component;

/// What can be said about keeping. Periods hold for all, so they are for coordinators to say, and
/// for all to see.
@Component
class RetentionKinds implements StatementKinds {

    static final String LONGER = "retention.longer";
    static final String BEYOND_USUAL = "retention.beyond-usual";

    private final PeriodStore periods;
    private final HoldStore holds;
    private final Coordinators coordinators;
    private final OwnStatements own;

    RetentionKinds(
            PeriodStore periods, HoldStore holds, Coordinators coordinators, OwnStatements own) {
        this.periods = periods;
        this.holds = holds;
        this.coordinators = coordinators;
        this.own = own;
    }

    @Override
    public List<StatementKind<?>> kinds() {
        return List.of(
                StatementKind.of(
                        "retention.period-set", PeriodSet.class, this::decide, periods::set),
                StatementKind.of(
                        "retention.agreement-ended",
                        AgreementEnded.class,
                        this::forAll,
                        periods::end),
                new Placing(),
                StatementKind.of(
                        "retention.hold-lifted",
                        HoldLifted.class,
                        this::decideLifted,
                        holds::lift));
    }

    private Verdict decide(Said<PeriodSet> said) {
        var verdict = forAll(said);
        if (verdict instanceof Verdict.Refused) {
            return verdict;
        }
        var kept = said.body().kept();
        var marks = new TreeSet<String>();
        if (said.body().days() > periods.inForce(said.operation()).days(kept)) {
            marks.add(LONGER);
        }
        if (said.body().days() > kept.usualDays()) {
            marks.add(BEYOND_USUAL);
        }
        return Verdict.accepted(marks);
    }

    private Verdict forAll(Said<? extends Body> said) {
        boolean toAll =
                said.label().audience().stream()
                        .anyMatch(
                                entry ->
                                        entry instanceof Audience.Operation
                                                || entry instanceof Audience.Public);
        return toAll ? coordinators.decide(said) : Verdict.refused("retention.for-all");
    }

    private Verdict decideLifted(Said<HoldLifted> said) {
        var hold = said.body().hold();
        return holds.stands(said.operation(), said.actor().organisation(), hold)
                ? Verdict.accepted()
                : Verdict.refused("retention.no-such-hold", Map.of("hold", hold.toString()));
    }

    /// Coordinators hold anything, others what their own organisation said. What another's record
    /// is, or whether there is one, nobody learns by trying.
    private final class Placing implements StatementKind<HoldPlaced> {

        @Override
        public String type() {
            return "retention.hold-placed";
        }

        @Override
        public Class<HoldPlaced> body() {
            return HoldPlaced.class;
        }

        @Override
        public Label usualLabel(Sight sight, HoldPlaced body) {
            var speaker = sight.reader().organisation();
            return body.originator().equals(speaker)
                    ? own.find(sight.reader().operation(), speaker, body.record())
                            .map(OwnStatement::label)
                            .orElseGet(() -> Label.ownOnly(speaker))
                    : new Label(
                            speaker,
                            List.of(
                                    new Audience.Organisations(
                                            Set.of(body.originator()), FieldClass.EXACT)),
                            Sensitivity.HIGH);
        }

        @Override
        public Verdict decide(Said<HoldPlaced> said) {
            var body = said.body();
            var speaker = said.actor().organisation();
            if (!body.originator().equals(speaker)) {
                return coordinators.coordinates(said.operation(), said.actor())
                        ? Verdict.accepted()
                        : Verdict.refused("retention.not-yours-to-hold");
            }
            return own.find(said.operation(), speaker, body.record()).isPresent()
                    ? Verdict.accepted()
                    : Verdict.refused(
                            "retention.no-such-record", Map.of("record", body.record().toString()));
        }

        @Override
        public void apply(Entry<HoldPlaced> entry) {
            holds.place(entry);
        }
    }
}
