package org.parley.hub.claims;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.parley.hub.claims.DescriptionStore.Kept;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Registers of observed rows: what they add up to, what is odd in them, and what was revised, as
/// far as a reader may see them at a cut.
@Service
public class Observations {

    private final RegisterStore registers;
    private final VintageStore vintages;
    private final ObservationStore rows;
    private final DescriptionStore descriptions;
    private final TransactionTemplate keeping;

    Observations(
            RegisterStore registers,
            VintageStore vintages,
            ObservationStore rows,
            DescriptionStore descriptions,
            @Qualifier("keeping") TransactionTemplate keeping) {
        this.registers = registers;
        this.vintages = vintages;
        this.rows = rows;
        this.descriptions = descriptions;
        this.keeping = keeping;
    }

    /// Every register that the reader may know of, with source, rule and coverage.
    public List<RegisterView> list(Sight sight, Cut cut) {
        var sources =
                descriptions.list(Kept.SOURCE, SourceDescribed.class, sight, cut).stream()
                        .map(said -> SourceView.of(said, sight))
                        .toList();
        var rules =
                descriptions.list(Kept.RULE, RuleDescribed.class, sight, cut).stream()
                        .map(said -> RuleView.of(said, sight))
                        .toList();
        var byRegister =
                vintages.list(sight, cut).stream()
                        .collect(
                                Collectors.groupingBy(
                                        kept -> new RegisterId(kept.originator(), kept.source()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var views = new ArrayList<RegisterView>();
        byRegister.forEach((id, kept) -> views.add(register(sight, cut, id, kept, sources, rules)));
        return List.copyOf(views);
    }

    public Optional<RegisterView> find(Sight sight, Cut cut, RegisterId register) {
        return list(sight, cut).stream().filter(view -> view.id().equals(register)).findFirst();
    }

    private RegisterView register(
            Sight sight,
            Cut cut,
            RegisterId id,
            List<VintageStore.Kept> kept,
            List<SourceView> sources,
            List<RuleView> rules) {
        // The register's own partner describes its source best; failing that, whoever did.
        var source =
                sources.stream()
                        .filter(view -> view.source().equals(id.source()))
                        .min(Comparator.comparing(view -> !view.by().equals(id.originator())))
                        .orElse(null);
        var rule =
                rules.stream()
                        .filter(view -> source != null && view.rule().equals(source.rule()))
                        .findFirst()
                        .orElse(null);
        boolean receiving = kept.getLast().closed() == null;
        var covered = registers.coverage(sight, cut, id, receiving);
        return new RegisterView(
                id,
                source,
                rule,
                kept.stream().map(Observations::vintage).toList(),
                covered.rows(),
                covered.coverage());
    }

    private static VintageView vintage(VintageStore.Kept kept) {
        var closed = kept.closed();
        return new VintageView(
                kept.vintage(),
                kept.asOf(),
                kept.whole(),
                kept.file(),
                closed == null ? null : closed + 1,
                kept.counts(),
                kept.marks());
    }

    /// Rows counted by the given names together; by none, one total.
    public List<TotalView> totals(Sight sight, Cut cut, RegisterId register, List<TotalsBy> by) {
        return registers.totals(sight, cut, register, by);
    }

    public List<OddView> odd(Sight sight, Cut cut, RegisterId register) {
        return registers.odd(sight, cut, register);
    }

    /// Donors' names as they are spelt: the same donor may have many.
    public List<SpellingView> spellings(Sight sight, Cut cut, RegisterId register) {
        return registers.spellings(sight, cut, register);
    }

    /// @param after the key of the last row already read, empty for the first page
    public List<RowView> rows(
            Sight sight, Cut cut, RegisterId register, RowFilter filter, String after, int limit) {
        return registers.rows(sight, cut, register, filter, after, limit);
    }

    public List<RowView> versions(Sight sight, Cut cut, RegisterId register, String key) {
        return registers.versions(sight, cut, register, key);
    }

    public RevisionsView revisions(Sight sight, Cut earlier, Cut later, RegisterId register) {
        return registers.revisions(sight, earlier, later, register);
    }

    // For the partner that keeps the register, and so without a reader: what stands at the log's
    // end.

    /// The key and content hash of each row that stands in the partner's own register.
    public void fingerprints(
            OperationId operation,
            PartnerId originator,
            String source,
            BiConsumer<String, String> each) {
        // Within a transaction, so that the driver fetches rows as they are asked for.
        keeping.executeWithoutResult(_ -> rows.fingerprints(operation, originator, source, each));
    }

    /// What is known of the partner's own register: its vintages, the oldest first.
    public List<OwnVintage> own(OperationId operation, PartnerId originator, String source) {
        var current = kept(() -> vintages.current(operation, originator, source));
        return current.stream()
                .map(
                        kept ->
                                new OwnVintage(
                                        kept.vintage(),
                                        kept.asOf(),
                                        kept.file(),
                                        kept.opened(),
                                        kept.closed() != null,
                                        Optional.ofNullable(kept.counts())))
                .toList();
    }

    /// The last event in the partner's own register that had been published before `vintage`.
    public Optional<LocalDate> lastEvent(
            OperationId operation, PartnerId originator, String source, String vintage) {
        return kept(() -> rows.lastEvent(operation, originator, source, vintage));
    }

    /// How the partner's own register has changed since the log had `size` statements.
    public RevisionsView revised(
            OperationId operation, PartnerId originator, String source, long size) {
        return kept(() -> rows.revised(operation, originator, source, size));
    }

    private <T> T kept(Supplier<T> read) {
        return requireNonNull(keeping.execute(_ -> read.get()));
    }
}
