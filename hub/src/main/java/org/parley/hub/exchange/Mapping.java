package org.parley.hub.exchange;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.hub.claims.RuleDescribed;
import org.parley.hub.claims.SourceDescribed;
import org.parley.hub.exchange.tabular.DateOrder;
import org.parley.hub.exchange.tabular.DecimalMark;
import org.parley.hub.exchange.tabular.HxlTag;
import org.parley.hub.exchange.tabular.Texts;

/// How the columns of one publisher's table become a register's rows. Kept in the product as a
/// file, so that a new publisher needs no new code.
///
/// @param source what the import says of the source when nobody has; empty for derived tables,
///     whose loader says it
/// @param unit of all quantities, where the table has no such column
/// @param assistanceByDonor the kind of assistance that a donor's name stands for, where the table
///     has no such column: humanitarian and commercial flows are never added up together
/// @param keyedBy the columns that together name a row, where no column does
/// @param stamps columns that say when a row was touched: alone, they are no change of content
public record Mapping(
        String id,
        Map<String, String> names,
        Optional<SourceDescribed> source,
        Optional<RuleDescribed> rule,
        DateOrder dates,
        DecimalMark decimals,
        Set<String> blanks,
        Map<Role, ColumnNames> columns,
        Optional<String> unit,
        Map<String, String> assistanceByDonor,
        List<Role> keyedBy,
        Set<String> stamps,
        Odd odd) {

    /// What a column may be called and tagged.
    record ColumnNames(Set<String> headers, List<HxlTag> tags) {
        ColumnNames {
            headers = headers.stream().map(Texts::folded).collect(Collectors.toUnmodifiableSet());
            tags = List.copyOf(tags);
        }
    }

    /// What counts as odd: kept, and flagged.
    ///
    /// @param most by unit, the quantity above which one row is implausible
    record Odd(Map<String, BigDecimal> most, Set<Role> blank, Set<Role> several) {
        Odd {
            most = Map.copyOf(most);
            blank = Set.copyOf(blank);
            several = Set.copyOf(several);
        }
    }

    public Mapping {
        names = Map.copyOf(names);
        blanks = Set.copyOf(blanks);
        columns = Collections.unmodifiableMap(new EnumMap<>(columns));
        assistanceByDonor =
                assistanceByDonor.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        entry -> Texts.folded(entry.getKey()),
                                        Map.Entry::getValue));
        keyedBy = List.copyOf(keyedBy);
        stamps = stamps.stream().map(Texts::folded).collect(Collectors.toUnmodifiableSet());
    }

    /// All headers that tables of this publisher are known to have, folded.
    Set<String> headers() {
        var headers = new HashSet<>(stamps);
        columns.values().forEach(column -> headers.addAll(column.headers()));
        return headers;
    }

    /// The same mapping with a source that its loader names.
    public Mapping describedBy(SourceDescribed described, RuleDescribed counted) {
        return new Mapping(
                id,
                names,
                Optional.of(described),
                Optional.of(counted),
                dates,
                decimals,
                blanks,
                columns,
                unit,
                assistanceByDonor,
                keyedBy,
                stamps,
                odd);
    }
}
