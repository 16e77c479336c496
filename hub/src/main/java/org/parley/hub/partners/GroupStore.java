package org.parley.hub.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Entry;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.names.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Working groups and footprint rules.
@Repository
class GroupStore {

    private static final String KNOWN =
            " AND known_from < :size AND known_until >= :size AND label = ANY(:labels) ";

    private static final String GROUPS =
            """
            SELECT grp, names, lead, backlog, backlog_days,
                   ARRAY(SELECT m.organisation FROM state.membership m
                          WHERE m.operation = g.operation AND m.grp = g.grp
                            AND m.known_from < :size AND m.known_until >= :size
                            AND m.label = ANY(:labels)
                          ORDER BY m.organisation) AS members
              FROM state.working_group g
             WHERE operation = :operation"""
                    + KNOWN
                    + "ORDER BY grp";

    private static final String REPLACE_GROUP =
            """
            UPDATE state.working_group SET known_until = :index
             WHERE operation = :operation AND grp = :group AND known_until = 9223372036854775807
            """;

    private static final String ADD_GROUP =
            """
            INSERT INTO state.working_group (operation, grp, names, lead, backlog, backlog_days,
                   label, known_from)
            VALUES (:operation, :group, :names::jsonb, :lead, :backlog, :days, :label, :index)
            """;

    private static final String RULES =
            """
            SELECT rule, partner, kind, area, instrument FROM state.footprint_rule
             WHERE operation = :operation"""
                    + KNOWN
                    + "ORDER BY rule";

    private static final String RULES_NOW =
            """
            SELECT rule, partner, kind, area, instrument FROM state.footprint_rule
             WHERE operation = :operation AND known_until = 9223372036854775807
             ORDER BY rule
            """;

    private static final String END_RULE =
            """
            UPDATE state.footprint_rule SET known_until = :index
             WHERE operation = :operation AND rule = :rule AND known_until = 9223372036854775807
            """;

    private static final String ADD_RULE =
            """
            INSERT INTO state.footprint_rule
                   (operation, rule, partner, kind, area, instrument, label, known_from)
            VALUES (:operation, :rule, :partner, :kind, :area, :instrument, :label, :index)
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    GroupStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<GroupView> groups(Sight sight, Cut cut) {
        return sql.sql(GROUPS)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .query(
                        (row, _) ->
                                new GroupView(
                                        row.getString("grp"),
                                        json.readValue(row.getString("names"), Names.class),
                                        row.getString("lead"),
                                        List.of((String[]) row.getArray("members").getArray()),
                                        row.getString("backlog"),
                                        row.getObject("backlog_days", Integer.class)))
                .list();
    }

    void addGroup(Entry<GroupDescribed> entry) {
        var said = entry.body();
        sql.sql(REPLACE_GROUP)
                .param("operation", entry.operation().value())
                .param("group", said.group())
                .param("index", entry.index())
                .update();
        sql.sql(ADD_GROUP)
                .param("operation", entry.operation().value())
                .param("group", said.group())
                .param("names", json.writeValueAsString(said.names()))
                .param("lead", said.lead().value())
                .param(
                        "backlog",
                        (said.backlog() == null ? GroupBacklog.ALL : said.backlog()).code())
                .param("days", said.backlogDays())
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }

    List<FootprintRule> rules(Sight sight, Cut cut) {
        return sql.sql(RULES)
                .param("operation", cut.operation().value())
                .param("size", cut.size())
                .param("labels", sight.labels())
                .query((row, _) -> rule(row))
                .list();
    }

    /// The rules in force as the log stands, whoever asks: a check must not depend on who may see
    /// the rule.
    List<FootprintRule> rulesInForce(OperationId operation) {
        return sql.sql(RULES_NOW)
                .param("operation", operation.value())
                .query((row, _) -> rule(row))
                .list();
    }

    private FootprintRule rule(ResultSet row) throws SQLException {
        var partner = row.getString("partner");
        var kind = row.getString("kind");
        return new FootprintRule(
                row.getString("rule"),
                partner == null ? null : new PartnerId(partner),
                kind == null ? null : json.convertValue(kind, PartnerKind.class),
                row.getString("area"),
                row.getString("instrument"));
    }

    void setRule(Entry<FootprintRuleSet> entry) {
        var said = entry.body();
        sql.sql(END_RULE)
                .param("operation", entry.operation().value())
                .param("rule", said.rule())
                .param("index", entry.index())
                .update();
        if (said.lifted()) {
            return;
        }
        sql.sql(ADD_RULE)
                .param("operation", entry.operation().value())
                .param("rule", said.rule())
                .param("partner", said.partner() == null ? null : said.partner().value())
                .param("kind", said.kind() == null ? null : said.kind().code())
                .param("area", said.area())
                .param("instrument", said.instrument())
                .param("label", entry.label())
                .param("index", entry.index())
                .update();
    }
}
