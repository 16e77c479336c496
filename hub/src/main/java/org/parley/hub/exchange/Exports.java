package org.parley.hub.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Wording;
import org.parley.hub.claims.Observations;
import org.parley.hub.claims.RegisterId;
import org.parley.hub.claims.RegisterView;
import org.parley.hub.claims.TotalView;
import org.parley.hub.claims.TotalsBy;
import org.parley.hub.exchange.ExportTable.ExportColumn;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Sight;
import org.springframework.stereotype.Service;

/// Tables for those who go on working in a spreadsheet.
@Service
public class Exports {

    private static final Map<TotalsBy, String> TAGS =
            Map.of(
                    TotalsBy.MONTH, "#date+month",
                    TotalsBy.DAY, "#date",
                    TotalsBy.PLACE, "#loc+name",
                    TotalsBy.CATEGORY, "#item+category",
                    TotalsBy.ASSISTANCE, "#modality",
                    TotalsBy.UNIT, "#item+unit",
                    TotalsBy.DONOR, "#org+funder");

    private final Journal journal;
    private final Observations observations;
    private final Wording wording;

    Exports(Journal journal, Observations observations, Wording wording) {
        this.journal = journal;
        this.observations = observations;
        this.wording = wording;
    }

    /// The totals of a register; empty when it does not exist for the reader.
    public Optional<ExportTable> totals(
            Sight sight, Cut cut, Locale language, RegisterId register, List<TotalsBy> by) {
        return observations
                .find(sight, cut, register)
                .map(
                        view -> {
                            var rows = rows(observations.totals(sight, cut, register, by));
                            return new ExportTable(
                                    "totals",
                                    notes(view, sight, cut, language, rows.size()),
                                    columns(by, language),
                                    rows);
                        });
    }

    /// The lines that any table of an operation begins with: EXERCISE where everything is invented,
    /// the operation, the cut, for whom it was drawn, and to whom it is therefore addressed.
    public List<String> heading(Sight sight, Cut cut, Locale language) {
        var notes = new ArrayList<String>();
        var operation = journal.operation(cut.operation()).orElseThrow();
        if (operation.exercise()) {
            notes.add(say(language, "exercise", Map.of()));
        }
        var names = operation.names();
        notes.add(names.getOrDefault(language.getLanguage(), operation.id().value()));
        notes.add(say(language, "cut", Map.of("size", cut.size(), "at", cut.at())));
        var organisation = sight.reader().organisation();
        notes.add(say(language, "drawn-for", Map.of("organisation", organisation)));
        notes.add(
                say(
                        language,
                        "label",
                        Map.of(
                                "organisation",
                                organisation,
                                "upTo",
                                sight.reader().ceiling().code())));
        return notes;
    }

    private List<String> notes(
            RegisterView view, Sight sight, Cut cut, Locale language, int records) {
        var notes = heading(sight, cut, language);
        notes.add(say(language, "records", Map.of("records", records)));
        var source = view.source();
        notes.add(
                say(
                        language,
                        "register",
                        Map.of(
                                "source",
                                source == null ? view.id().source() : in(source.names(), language),
                                "by",
                                view.id().originator())));
        var rule = view.rule();
        if (rule != null) {
            notes.add(
                    say(
                            language,
                            "rule",
                            Map.of(
                                    "rule", in(rule.names(), language),
                                    "where", in(rule.where(), language),
                                    "scope", in(rule.scope(), language))));
        }
        var coverage = view.coverage();
        notes.add(
                say(
                        language,
                        coverage.receiving() ? "coverage-receiving" : "coverage",
                        Map.of(
                                "reported",
                                coverage.daysReported(),
                                "expected",
                                coverage.daysExpected())));
        return notes;
    }

    private static String in(@Nullable Map<String, String> names, Locale language) {
        return names == null
                ? ""
                : names.getOrDefault(language.getLanguage(), names.getOrDefault("en", ""));
    }

    private List<ExportColumn> columns(List<TotalsBy> by, Locale language) {
        var columns = new ArrayList<ExportColumn>();
        for (var name : by) {
            columns.add(
                    new ExportColumn(
                            say(language, name.name().toLowerCase(Locale.ROOT), Map.of()),
                            TAGS.getOrDefault(name, "#meta")));
        }
        columns.add(new ExportColumn(say(language, "rows", Map.of()), "#meta+count"));
        columns.add(new ExportColumn(say(language, "quantity", Map.of()), "#value+sum"));
        columns.add(new ExportColumn(say(language, "flagged", Map.of()), "#meta+flagged"));
        return columns;
    }

    private static List<List<Object>> rows(List<TotalView> totals) {
        var rows = new ArrayList<List<Object>>(totals.size());
        for (var total : totals) {
            var row = new ArrayList<Object>(total.of());
            row.add(total.rows());
            row.add(total.quantity());
            row.add(total.flagged());
            rows.add(row);
        }
        return rows;
    }

    private String say(Locale language, String key, Map<String, ?> facts) {
        return wording.find(language, "export." + key, facts).orElse(key);
    }
}
