package org.parley.hub.flow;

import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Said;
import org.parley.hub.journal.Sight;
import org.parley.hub.journal.StatementKind;
import org.parley.hub.journal.Verdict;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;

/// One type of statement about flow: decided by [Decisions], written down by [Recorder].
final class FlowKind<B extends Record & FlowBody> implements StatementKind<B> {

    private final String type;
    private final Class<B> body;
    private final Decisions decisions;
    private final Recorder recorder;

    FlowKind(String type, Class<B> body, Decisions decisions, Recorder recorder) {
        this.type = type;
        this.body = body;
        this.decisions = decisions;
        this.recorder = recorder;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Class<B> body() {
        return body;
    }

    @Override
    public Label usualLabel(PartnerId originator, B said) {
        return said instanceof ConsignmentRequested asked
                ? UsualLabels.of(originator, asked)
                : StatementKind.super.usualLabel(originator, said);
    }

    @Override
    public Label usualLabel(Sight sight, B said) {
        return said instanceof ConsignmentRequested
                ? usualLabel(sight.reader().organisation(), said)
                : recorder.usualLabel(sight, said);
    }

    @Override
    public Verdict decide(Said<B> said) {
        return decisions.on(said);
    }

    @Override
    public void apply(Entry<B> entry) {
        recorder.record(type, entry);
    }
}
