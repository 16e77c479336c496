package org.parley.hub.signin;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.util.List;
import org.parley.kernel.id.PartnerId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was done to accounts and keys. Only ever added to.
@Repository
class ActStore {

    private static final String ADD =
            """
            INSERT INTO access.act (at, act, actor, organisation, account, address, detail)
            VALUES (:at, :act, :actor, :organisation, :account, :address, :detail)
            """;

    private static final String OF =
            """
            SELECT at, act, actor, organisation, account, address, detail FROM access.act
             WHERE organisation = :organisation
             ORDER BY at DESC
             LIMIT :most
            """;

    private final JdbcClient sql;

    ActStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    void add(Act act) {
        sql.sql(ADD)
                .param("at", act.at().atOffset(UTC))
                .param("act", act.act())
                .param("actor", act.actor())
                .param("organisation", act.organisation())
                .param("account", act.account())
                .param("address", act.address())
                .param("detail", act.detail())
                .update();
    }

    List<Act> of(PartnerId organisation, int most) {
        return sql.sql(OF)
                .param("organisation", organisation.value())
                .param("most", most)
                .query(
                        (row, _) ->
                                new Act(
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getString("act"),
                                        row.getString("actor"),
                                        row.getString("organisation"),
                                        row.getString("account"),
                                        row.getString("address"),
                                        row.getString("detail")))
                .list();
    }
}
