package org.parley.hub.claims;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.parley.hub.claims.DescriptionStore.Kept;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Verdict;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// A claim is a report: never refused, marked where it does not fit.
@Component
class ClaimedKind implements StatementKind<Claimed> {

    static final String BEFORE_AGREEMENT = "claims.before-agreement";
    static final String IN_THE_FUTURE = "claims.in-the-future";
    static final String RULE_UNKNOWN = "claims.rule-unknown";

    private final ClaimStore store;
    private final DescriptionStore descriptions;
    private final ObjectProvider<Journal> journal;

    ClaimedKind(ClaimStore store, DescriptionStore descriptions, ObjectProvider<Journal> journal) {
        this.store = store;
        this.descriptions = descriptions;
        this.journal = journal;
    }

    @Override
    public String type() {
        return "claims.claimed";
    }

    @Override
    public Class<Claimed> body() {
        return Claimed.class;
    }

    @Override
    public Verdict decide(Said<Claimed> said) {
        var marks = new TreeSet<String>();
        var figure = said.body().figure();
        if (figure != null && !descriptions.exists(Kept.RULE, said.operation(), figure.rule())) {
            marks.add(RULE_UNKNOWN);
        }
        var inEffectFrom =
                journal.getObject()
                        .operation(said.operation())
                        .map(
                                operation ->
                                        LocalDate.ofInstant(
                                                operation.inEffectFrom(), ZoneOffset.UTC))
                        .orElse(LocalDate.MIN);
        marks.addAll(
                dateMarks(
                        said.body(),
                        inEffectFrom,
                        LocalDate.ofInstant(said.heardAt(), ZoneOffset.UTC)));
        return Verdict.accepted(marks);
    }

    /// What is odd about a claim's dates. A day's grace, since its author's day may be ahead of
    /// ours.
    static Set<String> dateMarks(Claimed claim, LocalDate inEffectFrom, LocalDate heardOn) {
        var marks = new TreeSet<String>();
        var period = claim.period();
        if (period != null && period.from() != null && period.from().isBefore(inEffectFrom)) {
            marks.add(BEFORE_AGREEMENT);
        }
        if (claim.kind() == ClaimKind.COUNT
                && period != null
                && period.from() != null
                && period.from().isAfter(heardOn.plusDays(1))) {
            marks.add(IN_THE_FUTURE);
        }
        return marks;
    }

    @Override
    public void apply(Entry<Claimed> entry) {
        store.save(entry);
    }
}
