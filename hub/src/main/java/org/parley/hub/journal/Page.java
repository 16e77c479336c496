package org.parley.hub.journal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.Rfc6962;

/// The page of the log that a batch is writing: where the log ended, what it already has, and the
/// rows that are to be added. Lives for one attempt at a batch.
final class Page {

    /// Said about a time so long before it was heard that it counts as late.
    static final Duration LATE = Duration.ofHours(24);

    /// Claimed for a time that has not come yet, beyond what clocks may differ.
    static final Duration SKEW = Duration.ofMinutes(5);

    private final OperationId operation;
    private final Head head;
    private final Clocks clocks;
    private final Map<String, WriterStore.Prior> prior;
    private final Map<Counter, Long> lastOfDevice;
    private final Map<Label, NumberedLabel> labels = new HashMap<>();
    private final List<NumberedLabel> addedLabels = new ArrayList<>();
    private final Amendments amendments;
    private final List<Row> rows = new ArrayList<>();
    private int labelCount;
    private final Map<Long, Submission<?>> naming = new TreeMap<>();
    private Instant lastHeard;
    private @Nullable Row written;

    Page(
            OperationId operation,
            Head head,
            Clocks clocks,
            Map<String, WriterStore.Prior> prior,
            Map<Counter, Long> lastOfDevice,
            List<NumberedLabel> labels,
            Amendments amendments) {
        this.operation = operation;
        this.head = head;
        this.clocks = clocks;
        this.prior = prior;
        this.lastOfDevice = lastOfDevice;
        this.lastHeard = head.lastHeard();
        this.amendments = amendments;
        this.labelCount = labels.size();
        labels.forEach(label -> this.labels.put(label.label(), label));
    }

    WriterStore.@Nullable Prior prior(String key) {
        return prior.get(key);
    }

    /// The submission with its place and time: times never fall along the log, so that an instant
    /// is a size.
    <B extends Record & Body> Said<B> said(Submission<B> submission) {
        var heard = clocks.heard(operation, submission.id());
        return new Said<>(
                operation,
                submission.id(),
                submission.actor(),
                submission.label(),
                submission.claimedAt(),
                heard.isBefore(lastHeard) ? lastHeard : heard,
                head.size() + rows.size(),
                submission.body());
    }

    <B extends Record & Body> Entry<B> entry(
            Said<B> said, NumberedLabel label, List<String> marks) {
        return new Entry<>(
                operation,
                said.index(),
                said.id(),
                said.actor().organisation(),
                said.actor().account(),
                label.number(),
                said.label(),
                said.claimedAt(),
                said.heardAt(),
                marks,
                said.body());
    }

    /// The label as the operation has it, or as it will once a statement under it is written.
    ///
    /// @param salt for a new one
    NumberedLabel label(Label label, Supplier<byte[]> salt) {
        var known = labels.get(label);
        return known == null
                ? new NumberedLabel(labelCount + 1, label, LabelText.write(label), salt.get())
                : known;
    }

    /// The feature's marks and the journal's own: late, from the future, out of the device's
    /// order, of held texts.
    List<String> marks(Prepared<?> prepared, Instant heardAt, List<String> marks) {
        var submission = prepared.submission();
        var all = new TreeSet<>(marks);
        if (!prepared.held().isEmpty()) {
            all.add(HeldTexts.MARK);
        }
        if (submission.claimedAt().isBefore(heardAt.minus(LATE))) {
            all.add("journal.late");
        }
        if (submission.claimedAt().isAfter(heardAt.plus(SKEW))) {
            all.add("journal.ahead-of-time");
        }
        if (submission.claimedAt().isBefore(head.inEffectFrom())) {
            all.add("journal.before-agreement");
        }
        all.addAll(amendments.marks(submission));
        submission.signed().ifPresent(signed -> all.addAll(signed.marks()));
        submission
                .device()
                .ifPresent(
                        device -> {
                            var counter = Counter.of(submission).orElseThrow();
                            long last = lastOfDevice.getOrDefault(counter, 0L);
                            if (device.sequence() <= last) {
                                all.add("journal.out-of-order");
                            } else if (device.sequence() > last + 1) {
                                all.add("journal.gap-before");
                            }
                            lastOfDevice.merge(counter, device.sequence(), Math::max);
                        });
        return List.copyOf(all);
    }

    List<NumberedLabel> labels() {
        return labels.values().stream()
                .sorted(Comparator.comparingInt(NumberedLabel::number))
                .toList();
    }

    /// The row of what is being decided; it counts from [#append] on.
    void write(Row row, NumberedLabel label) {
        if (labels.putIfAbsent(label.label(), label) == null) {
            labelCount++;
            addedLabels.add(label);
        }
        written = row;
    }

    /// Adds what was written last.
    void append(String key, Submission<?> submission) {
        var row = requireNonNull(written);
        rows.add(row);
        amendments.add(key, submission);
        if (!submission.references().isNone()) {
            naming.put(row.index(), submission);
        }
        lastHeard = row.heardAt();
        prior.put(key, new WriterStore.Prior(row.index(), row.said().content()));
    }

    /// Writes the page and the tree over it.
    RightEdge.Growth write(WriterStore store, LabelStore labelStore, ReferenceStore references) {
        if (rows.isEmpty()) {
            return head.edge().same();
        }
        addedLabels.forEach(label -> labelStore.add(operation, label));
        var leaves = rows.stream().map(row -> Rfc6962.leaf(row.leaf())).toList();
        var growth = head.edge().append(leaves);
        store.insert(operation, rows, head.size(), growth, lastHeard);
        naming.forEach(
                (index, by) ->
                        references.add(
                                operation,
                                index,
                                by.actor().organisation().value(),
                                by.references()));
        growth.full().forEach(tile -> store.insertTile(operation, tile));
        return growth;
    }
}
