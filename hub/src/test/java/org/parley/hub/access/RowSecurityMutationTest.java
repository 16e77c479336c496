package org.parley.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.store.Behalf;
import org.parley.kernel.audience.FieldClass;
import org.springframework.dao.DataAccessException;

/// Each predicate of the database's own layer matters (trust.md A7): changed one at a time,
/// somebody sees what the hub's own layer does not allow, or no longer what it does.
class RowSecurityMutationTest {

    private static GuardedWorld world;

    @BeforeAll
    static void tell() {
        world = GuardedWorld.told("RowSecurityMutationTest");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @AfterEach
    void leave() {
        Behalf.nobody();
    }

    /// Fragments of the function and what takes their place, one at a time.
    private static final List<List<String>> MUTATIONS =
            List.of(
                    List.of("m.operation = me.operation", "true", "false"),
                    List.of("m.organisation = me.organisation", "true", "false"),
                    List.of("m.known_until = 9223372036854775807", "true", "false"),
                    List.of("a.id = s.account", "true", "false"),
                    List.of("p.account = a.id", "true", "false"),
                    List.of("s.token = sha256(", "s.token <> sha256("),
                    List.of("s.ends_at > now()", "true", "false", "s.ends_at < now()"),
                    List.of("a.disabled_at IS NULL", "true", "false", "a.disabled_at IS NOT NULL"),
                    List.of(
                            "p.operation = current_setting('parley.operation', true)",
                            "true",
                            "false"),
                    List.of("p.role <> 'operator'", "true", "false", "p.role = 'operator'"),
                    List.of(
                            "right(p.ceiling, 1)::int >= wanted",
                            "true",
                            "false",
                            "right(p.ceiling, 1)::int > wanted",
                            "right(p.ceiling, 1)::int <= wanted"),
                    List.of("l.operation = me.operation", "true", "false"),
                    List.of(
                            "l.said ->> 'originator' = me.organisation",
                            "true",
                            "false",
                            "l.said ->> 'originator' <> me.organisation"),
                    List.of(
                            "entry ->> 'upTo' IN ('F0', 'F1', 'F2', 'F3')",
                            "true",
                            "false",
                            "entry ->> 'upTo' IN ('F1', 'F2', 'F3')",
                            "entry ->> 'upTo' IN ('F0', 'F2', 'F3')",
                            "entry ->> 'upTo' IN ('F0', 'F1', 'F3')",
                            "entry ->> 'upTo' IN ('F0', 'F1', 'F2')"),
                    List.of(
                            "right(entry ->> 'upTo', 1)::int >= wanted",
                            "true",
                            "false",
                            "right(entry ->> 'upTo', 1)::int > wanted",
                            "right(entry ->> 'upTo', 1)::int <= wanted"),
                    List.of("entry -> 'organisations' ? me.organisation", "true", "false"),
                    List.of("entry ->> 'group' <> ''", "true", "false"),
                    List.of(
                            "coalesce((entry ->> 'afterJoining')::bigint, 0) >= mine.joined",
                            "true",
                            "false",
                            "coalesce((entry ->> 'afterJoining')::bigint, 0) > mine.joined",
                            "coalesce((entry ->> 'afterJoining')::bigint, 0) <= mine.joined"),
                    List.of(
                            "(entry ->> 'day')::bigint >= mine.from_day",
                            "true",
                            "false",
                            "(entry ->> 'day')::bigint > mine.from_day",
                            "(entry ->> 'day')::bigint <= mine.from_day"),
                    List.of("mine.grp = entry ->> 'group'", "true", "false"),
                    List.of(
                            "WHEN 'operation' THEN EXISTS (SELECT FROM mine WHERE mine.grp = '')",
                            "WHEN 'operation' THEN true",
                            "WHEN 'operation' THEN false"),
                    List.of("WHEN 'public' THEN true", "WHEN 'public' THEN false"),
                    List.of(
                            "WHEN 'public' THEN true\n                       ELSE false",
                            "WHEN 'public' THEN true\n                       ELSE true"),
                    List.of("WHEN 'low' THEN true", "WHEN 'low' THEN false"),
                    List.of(
                            "WHEN 'moderate' THEN entry ->> 'to' IN ('organisations', 'group', 'operation')",
                            "WHEN 'moderate' THEN true",
                            "WHEN 'moderate' THEN false",
                            "WHEN 'moderate' THEN entry ->> 'to' IN ('group', 'operation')",
                            "WHEN 'moderate' THEN entry ->> 'to' IN ('organisations', 'operation')",
                            "WHEN 'moderate' THEN entry ->> 'to' IN ('organisations', 'group')"),
                    List.of(
                            "WHEN 'high' THEN entry ->> 'to' IN ('organisations', 'group')",
                            "WHEN 'high' THEN true",
                            "WHEN 'high' THEN false",
                            "WHEN 'high' THEN entry ->> 'to' IN ('organisations')",
                            "WHEN 'high' THEN entry ->> 'to' IN ('group')",
                            "WHEN 'high' THEN entry ->> 'to' IN ('organisations', 'group', 'operation')"),
                    List.of(
                            "WHEN 'severe' THEN entry ->> 'to' = 'organisations'",
                            "WHEN 'severe' THEN true",
                            "WHEN 'severe' THEN false",
                            "WHEN 'severe' THEN entry ->> 'to' IN ('organisations', 'group')"),
                    List.of(
                            "WHEN 'severe' THEN entry ->> 'to' = 'organisations'\n                       ELSE false",
                            "WHEN 'severe' THEN entry ->> 'to' = 'organisations'\n                       ELSE true"));

    @Test
    void noPredicateOfTheFunctionCanBeChangedUnnoticed() throws SQLException {
        var whole = definition();
        var survivors = new ArrayList<String>();
        int number = 0;
        assertThat(differs()).as("as it stands").isFalse();
        try {
            for (var mutation : MUTATIONS) {
                var from = mutation.getFirst();
                assertThat(whole.split(Pattern.quote(from), -1))
                        .as("%s occurs once", from)
                        .hasSize(2);
                for (var to : mutation.subList(1, mutation.size())) {
                    number++;
                    world.asOwner(whole.replace(from, to));
                    if (!differs()) {
                        survivors.add(from + " -> " + to);
                    }
                }
            }
        } finally {
            world.asOwner(whole);
        }
        System.err.printf("mutation: %d changes of access.labels%n", number);

        assertThat(survivors).isEmpty();
        assertThat(differs()).as("as it stands").isFalse();
    }

    /// Each part of each policy over the tables that this test fills.
    @Test
    void noPolicyCanBeDroppedUnnoticed() throws SQLException {
        var survivors = new ArrayList<String>();
        for (var table :
                List.of(
                        "journal.statement",
                        "journal.payload",
                        "journal.payload_exact",
                        "journal.payload_held",
                        "journal.reference",
                        "state.site_position",
                        "state.text_ruling",
                        "state.expired")) {
            var expression =
                    world.store()
                            .keeper()
                            .sql(
                                    """
                                    SELECT pg_get_expr(polqual, polrelid) FROM pg_policy
                                     WHERE polrelid = '%s'::regclass AND polname = 'those_who_ask'
                                    """
                                            .formatted(table))
                            .query((row, _) -> row.getString(1))
                            .single();
            for (var changed : changes(expression)) {
                world.asOwner(
                        "ALTER POLICY those_who_ask ON %s USING (%s)".formatted(table, changed));
                if (world.rowsAreRight()) {
                    survivors.add(table + ": " + changed);
                }
            }
            world.asOwner(
                    "ALTER POLICY those_who_ask ON %s USING (%s)".formatted(table, expression));
        }

        assertThat(survivors).isEmpty();
        assertThat(world.rowsAreRight()).as("as it stands").isTrue();
    }

    /// The policy off, shut and turned round, and each of its classes one wider than it is.
    private static List<String> changes(String expression) {
        var changes = new ArrayList<>(List.of("true", "false", "NOT (" + expression + ")"));
        for (int i = 1; i < FieldClass.values().length; i++) {
            changes.add(expression.replace("labels(" + i + ")", "labels(" + (i - 1) + ")"));
        }
        changes.add(expression.replace("r.released", "true"));
        changes.removeIf(expression::equals);
        return changes;
    }

    /// Whether what the function says of anybody differs from what the hub's own layer says; also
    /// for tokens that are over, of the disabled, or nobody's. A function that breaks differs.
    private static boolean differs() {
        try {
            for (var who : world.people()) {
                for (var wanted : FieldClass.values()) {
                    if (!seen(who.token(), wanted)
                            .equals(List.copyOf(world.allowed(who, wanted)))) {
                        return true;
                    }
                }
                if (!seen("ended " + who.token(), FieldClass.HEADER).isEmpty()) {
                    return true;
                }
            }
            return !seen("token of " + GuardedWorld.DISABLED, FieldClass.HEADER).isEmpty()
                    || !seen("", FieldClass.HEADER).isEmpty();
        } catch (DataAccessException broken) {
            return true;
        }
    }

    private static List<Integer> seen(String token, FieldClass wanted) {
        Behalf.of(token);
        Behalf.in("guarded");
        return world.store()
                .sql()
                .sql("SELECT unnest(access.labels(%d)) ORDER BY 1".formatted(wanted.ordinal()))
                .query((row, _) -> row.getInt(1))
                .list();
    }

    private static String definition() {
        return world.store()
                .keeper()
                .sql("SELECT pg_get_functiondef('access.labels(int)'::regprocedure)")
                .query((row, _) -> row.getString(1))
                .single();
    }
}
