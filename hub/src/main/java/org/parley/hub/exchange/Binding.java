package org.parley.hub.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.hub.exchange.tabular.Column;
import org.parley.hub.exchange.tabular.Layout;
import org.parley.hub.exchange.tabular.Texts;
import org.parley.hub.exchange.tabular.Unreadable;

/// Which column of one table plays which role.
///
/// @param rest the columns without a role, kept beside the row by their headers
/// @param part whether the table is a report of problems that came back corrected: rows that it
///     lacks are not withdrawn
record Binding(Map<Role, Integer> roles, List<Column> rest, List<Column> all, boolean part) {

    /// The columns that a report of problems adds; they are no content.
    static final String LINE_COLUMN = "parley_line";

    static final String PROBLEM_COLUMN = "parley_problem";

    static Binding of(Layout layout, Mapping mapping) {
        var roles = new EnumMap<Role, Integer>(Role.class);
        for (var role : Role.values()) {
            for (var column : layout.columns()) {
                if (!roles.containsKey(role) && plays(column, role, mapping)) {
                    roles.put(role, column.index());
                }
            }
        }
        check(roles, layout, mapping);
        var taken = Set.copyOf(roles.values());
        var rest = new ArrayList<Column>();
        boolean part = false;
        for (var column : layout.columns()) {
            boolean ours = isOurs(column);
            part |= ours;
            if (!ours && !taken.contains(column.index())) {
                rest.add(column);
            }
        }
        return new Binding(roles, List.copyOf(rest), layout.columns(), part);
    }

    private static boolean isOurs(Column column) {
        return column.title().equals(LINE_COLUMN) || column.title().equals(PROBLEM_COLUMN);
    }

    /// A tag outranks a header: it was put there to be understood.
    private static boolean plays(Column column, Role role, Mapping mapping) {
        var names = mapping.columns().get(role);
        if (names == null) {
            return false;
        }
        return names.tags().stream()
                        .anyMatch(tag -> column.tag().filter(t -> t.answers(tag)).isPresent())
                || column.names().stream()
                        .anyMatch(name -> names.headers().contains(Texts.folded(name)));
    }

    private static void check(Map<Role, Integer> roles, Layout layout, Mapping mapping) {
        var missing =
                mapping.columns().entrySet().stream()
                        .filter(entry -> !roles.containsKey(entry.getKey()))
                        .filter(entry -> entry.getKey() == Role.DATE || entry.getKey() == Role.KEY)
                        .map(entry -> String.join("/", entry.getValue().headers()))
                        .toList();
        if (!missing.isEmpty()) {
            throw new Unreadable(
                    "exchange.columns-missing",
                    Map.of(
                            "missing",
                            String.join(", ", missing),
                            "found",
                            String.join(
                                    ", ",
                                    layout.columns().stream()
                                            .map(Column::title)
                                            .limit(30)
                                            .toList()),
                            "mapping",
                            mapping.id()));
        }
    }
}
