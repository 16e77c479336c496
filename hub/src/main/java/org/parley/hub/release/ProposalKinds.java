package org.parley.hub.release;

import java.util.List;
import java.util.Map;
import org.parley.hub.access.Coordinators;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.StatementKinds;
import org.parley.hub.journal.Verdict;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Component;

/// What can be said about acts that want two people. All of it is for the organisation's own eyes.
@Component
class ProposalKinds implements StatementKinds {

    private final ProposalStore proposals;
    private final ExportStore exports;
    private final Coordinators coordinators;
    private final Submitters submitters;
    private final Patience patience;

    ProposalKinds(
            ProposalStore proposals,
            ExportStore exports,
            Coordinators coordinators,
            Submitters submitters,
            Patience patience) {
        this.proposals = proposals;
        this.exports = exports;
        this.coordinators = coordinators;
        this.submitters = submitters;
        this.patience = patience;
    }

    /// A kind that is addressed to nobody else, unless its author says so.
    private interface Own<B extends Record & Body> extends StatementKind<B> {
        @Override
        default Label usualLabel(PartnerId originator, B body) {
            return Label.ownOnly(originator);
        }
    }

    @Override
    public List<StatementKind<?>> kinds() {
        return List.of(new Proposed(), new Withdrawn(), new Drawn());
    }

    private class Proposed implements Own<ActProposed> {

        @Override
        public String type() {
            return "release.act-proposed";
        }

        @Override
        public Class<ActProposed> body() {
            return ActProposed.class;
        }

        /// What its author could not do alone or together is not kept for a second one. Who may end
        /// the holding back of a text hangs on the act, whatever rule its proposal names.
        @Override
        public Verdict decide(Said<ActProposed> said) {
            if (Submitters.isTheirs(said.body().type())) {
                return submitters.decide(said);
            }
            return switch (said.body().rule()) {
                case GROUP_MEMBER, RETENTION -> coordinators.decide(said);
                case WIDENING, EXPORT -> Verdict.accepted();
                case HELD_TEXT -> submitters.decide(said);
            };
        }

        @Override
        public void apply(Entry<ActProposed> entry) {
            proposals.add(entry, entry.heardAt().plus(patience.toAgree(entry.operation())));
        }
    }

    private class Withdrawn implements Own<ActWithdrawn> {

        @Override
        public String type() {
            return "release.act-withdrawn";
        }

        @Override
        public Class<ActWithdrawn> body() {
            return ActWithdrawn.class;
        }

        @Override
        public Verdict decide(Said<ActWithdrawn> said) {
            var proposal = said.body().proposal();
            return proposals.isOpen(said.operation(), said.actor().organisation(), proposal)
                    ? Verdict.accepted()
                    : Verdict.refused(
                            "release.no-such-proposal", Map.of("proposal", proposal.toString()));
        }

        @Override
        public void apply(Entry<ActWithdrawn> entry) {
            proposals.end(entry);
        }
    }

    private class Drawn implements Own<ExportDrawn> {

        @Override
        public String type() {
            return "release.export-drawn";
        }

        @Override
        public Class<ExportDrawn> body() {
            return ExportDrawn.class;
        }

        @Override
        public void apply(Entry<ExportDrawn> entry) {
            exports.add(entry);
        }
    }
}
