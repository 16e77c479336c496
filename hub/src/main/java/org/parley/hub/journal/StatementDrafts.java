package org.parley.hub.journal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.parley.kernel.audience.Label;
import org.parley.kernel.statement.Disclosure;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes a statement down before it is said, so that its author can sign its bytes. Nothing is
/// kept: whoever drafted it brings the same statement and the same secret, and the same bytes come
/// of it, unless the audience label's time in a group, or its salt, has become another meanwhile.
@Service
public class StatementDrafts {

    private final Kinds kinds;
    private final Scribe scribe;
    private final LabelStore labels;
    private final GroupTimes groupTimes;
    private final Clocks clocks;
    private final TransactionTemplate keeping;

    StatementDrafts(
            Kinds kinds,
            Scribe scribe,
            LabelStore labels,
            GroupTimes groupTimes,
            Clocks clocks,
            @Qualifier("keeping") TransactionTemplate keeping) {
        this.kinds = kinds;
        this.scribe = scribe;
        this.labels = labels;
        this.groupTimes = groupTimes;
        this.clocks = clocks;
        this.keeping = keeping;
    }

    /// A statement that nobody has said yet.
    ///
    /// @param bytes as they will be logged
    /// @param said all that it says, with what shows that it is part of these bytes
    public record Draft(byte[] bytes, List<Disclosure> said) {}

    /// @param secret 32 bytes that nobody but the hub can know
    public <B extends Record & Body> Draft of(Submission<B> unsaid, byte[] secret) {
        var salts = new DraftSalts(secret);
        var prepared = scribe.prepare(kinds.of(unsaid.body()), unsaid, Optional.of(salts));
        return new Draft(
                scribe.bytes(prepared, numbered(unsaid, salts), secret),
                scribe.disclose(prepared, secret));
    }

    private NumberedLabel numbered(Submission<?> unsaid, DraftSalts salts) {
        var label = requireNonNull(keeping.execute(_ -> timed(unsaid)));
        return labels.after(unsaid.operation(), 0).stream()
                .filter(known -> known.label().equals(label))
                .findFirst()
                .orElseGet(
                        () ->
                                new NumberedLabel(
                                        0, label, LabelText.write(label), salts.labelSalt()));
    }

    private Label timed(Submission<?> unsaid) {
        var now = clocks.now(unsaid.operation());
        return unsaid.label().timed(group -> groupTimes.of(unsaid.operation(), group, now));
    }
}
