package org.parley.hub.store;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables that a backup holds, each after those that it refers to: the journal, the
/// accounts, and who read what. State follows from the journal, and sessions end with their hub.
final class BackupTables {

    /// @param columns as SQL writes them, separated by commas
    record BackupTable(String name, String columns, Set<String> needs) {}

    private static final String TABLES =
            """
            SELECT n.nspname || '.' || c.relname AS name,
                   (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                      FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                       AND a.attgenerated = '') AS columns,
                   ARRAY(SELECT fn.nspname || '.' || f.relname
                           FROM pg_constraint k
                           JOIN pg_class f ON f.oid = k.confrelid
                           JOIN pg_namespace fn ON fn.oid = f.relnamespace
                          WHERE k.conrelid = c.oid AND k.contype = 'f' AND f.oid <> c.oid) AS needs
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind = 'r' AND n.nspname IN ('journal', 'access', 'audit')
               AND n.nspname || '.' || c.relname <> 'access.session'
             ORDER BY name
            """;

    private BackupTables() {}

    static List<BackupTable> inOrder(JdbcClient sql) {
        var left =
                new ArrayList<BackupTable>(
                        sql.sql(TABLES)
                                .query(
                                        (row, _) ->
                                                new BackupTable(
                                                        row.getString("name"),
                                                        row.getString("columns"),
                                                        needs(row.getArray("needs"))))
                                .list());
        var names = new HashSet<String>();
        left.forEach(table -> names.add(table.name()));
        var ordered = new ArrayList<BackupTable>();
        while (!left.isEmpty()) {
            var next =
                    left.stream()
                            .filter(
                                    table ->
                                            table.needs().stream()
                                                    .noneMatch(
                                                            need ->
                                                                    names.contains(need)
                                                                            && isLeft(left, need)))
                            .findFirst()
                            .orElseThrow();
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    private static boolean isLeft(List<BackupTable> left, String name) {
        return left.stream().anyMatch(table -> table.name().equals(name));
    }

    private static Set<String> needs(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).collect(Collectors.toUnmodifiableSet());
    }
}
