package org.parley.hub.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.hub.HubClient.inOperation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.access.Readers;
import org.parley.hub.access.Role;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Sight;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// What flow adds up for somebody who joined a group late is what they see line by line, and no
/// more: under the hub's own layer alone, and with the database's beneath it.
class SumsOfALateMemberTest {

    private static final String FIRST = "host-desk";
    private static final String SECOND = "host-deputy";
    private static final HubUnderTest HUB = HubUnderTest.start();
    private static final OperationId OPERATION = new OperationId(HubUnderTest.OPERATION);

    @AfterAll
    static void stop() {
        HUB.close();
    }

    private static HubClient.Answer send(String account, String type, String says, String label) {
        return HUB.as(account)
                .post(
                        inOperation("/statements"),
                        "{\"id\":\"%s\",\"type\":\"%s\",\"label\":%s,\"says\":%s}"
                                .formatted(UUID.randomUUID(), type, label, says));
    }

    private static void group(String name, String backlog) {
        var said =
                send(
                        FIRST,
                        "partners.group-described",
                        "{\"group\":\"%s\",\"names\":{\"common\":{\"en\":\"%s\"},\"byParty\":{}},\"lead\":\"north-aid\"%s}"
                                .formatted(name, name, backlog),
                        "null");
        assertThat(said.status()).as(said.text()).isEqualTo(201);
    }

    private static void join(String organisation, String group) {
        var held =
                send(
                        FIRST,
                        "access.membership-began",
                        "{\"organisation\":\"%s\",\"group\":\"%s\"}".formatted(organisation, group),
                        "null");
        assertThat(held.status()).as(held.text()).isEqualTo(202);
        var id = held.json().required("id").asString();
        assertThat(
                        HUB.as(SECOND)
                                .post(inOperation("/proposals/%s/agreement".formatted(id)), "{}")
                                .status())
                .isEqualTo(201);
    }

    private static void request(String consignment, String group, String tonnes) {
        var label =
                "{\"audience\":[{\"to\":\"group\",\"group\":\"%s\",\"upTo\":\"F3\"}],\"sensitivity\":\"high\"}"
                        .formatted(group);
        var asked =
                send(
                        HubUnderTest.NORTH,
                        "flow.consignment-requested",
                        "{\"consignment\":\"%s\",\"kind\":\"humanitarian\",\"sender\":\"north-aid\",\"receiver\":\"north-aid\",\"lines\":[{\"line\":\"1\",\"description\":\"rice\",\"category\":\"food\",\"quantity\":%s,\"unit\":\"TNE\"}]}"
                                .formatted(consignment, tonnes),
                        label);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        var sent =
                send(
                        HubUnderTest.NORTH,
                        "flow.goods-reported",
                        "{\"consignment\":\"%s\",\"step\":\"dispatched\",\"goods\":[{\"line\":\"1\",\"quantity\":%s}]}"
                                .formatted(consignment, tonnes),
                        label);
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    }

    /// Consignments, tonnes asked for, and tonnes dispatched, as lines and as sums.
    private record Seen(int consignments, BigDecimal requested, BigDecimal dispatched) {
        Seen {
            requested = requested.stripTrailingZeros();
            dispatched = dispatched.stripTrailingZeros();
        }
    }

    private static Seen lines(HubClient client) {
        var rows = client.get(inOperation("/consignments?limit=100")).json().required("items");
        var requested = BigDecimal.ZERO;
        var dispatched = BigDecimal.ZERO;
        for (var row : rows) {
            var whole =
                    client.get(
                                    inOperation(
                                            "/consignments/"
                                                    + row.required("consignment").asString()))
                            .json();
            for (var line : whole.required("lines")) {
                requested = requested.add(line.at("/quantities/requested").decimalValue());
                dispatched = dispatched.add(line.at("/quantities/dispatched").decimalValue());
            }
        }
        return new Seen(rows.size(), requested, dispatched);
    }

    private static Seen sums(JsonNode funnel) {
        int consignments = 0;
        var requested = BigDecimal.ZERO;
        var dispatched = BigDecimal.ZERO;
        for (var kind : funnel) {
            for (var bar : kind.required("bars")) {
                var step = bar.required("step").asString();
                if (step.equals("requested")) {
                    consignments += bar.at("/consignments/value").asInt();
                    requested = requested.add(bar.at("/tonnes/value").decimalValue());
                } else if (step.equals("dispatched")) {
                    dispatched = dispatched.add(bar.at("/tonnes/value").decimalValue());
                }
            }
        }
        return new Seen(consignments, requested, dispatched);
    }

    /// The same sums without row security, by the hub's own role.
    private static Seen ownLayer(String organisation) {
        Supplier<List<FunnelView>> asked =
                () -> {
                    var journal = HUB.bean(Journal.class);
                    Cut cut = journal.now(OPERATION);
                    Sight sight =
                            journal.sight(
                                    HUB.bean(Readers.class)
                                            .widest(OPERATION, new PartnerId(organisation)));
                    return HUB.bean(Flow.class).funnel(sight, cut, null);
                };
        var funnel =
                java.util.Objects.requireNonNull(
                        HUB.bean("keeping", TransactionTemplate.class).execute(_ -> asked.get()));
        return sums(HUB.bean(tools.jackson.databind.json.JsonMapper.class).valueToTree(funnel));
    }

    private static void agree(String what, int consignments, String tonnes) {
        var client = HUB.as(HubUnderTest.SOUTH);
        var sums = sums(client.get(inOperation("/funnel")).json());
        assertThat(sums).as(what).isEqualTo(lines(client));
        assertThat(sums).as(what).isEqualTo(ownLayer("south-relief"));
        assertThat(sums)
                .as(what)
                .isEqualTo(new Seen(consignments, new BigDecimal(tonnes), new BigDecimal(tonnes)));
        int onBoard = 0;
        for (var column :
                client.get(inOperation("/board?kind=humanitarian&cards=50"))
                        .json()
                        .required("stages")) {
            onBoard += column.at("/count/value").asInt();
        }
        assertThat(onBoard).as(what + ", board").isEqualTo(consignments);
    }

    @Test
    void sumsAreThoseOfTheLinesThatTheBacklogGrants() {
        HUB.enrol(FIRST, "host", Role.COORDINATOR);
        HUB.enrol(SECOND, "host", Role.COORDINATOR);
        group("open", "");
        group("closed", ",\"backlog\":\"from-joining\"");
        for (var group : List.of("open", "closed")) {
            join("north-aid", group);
        }
        request("SUM-1", "closed", "10");
        request("SUM-2", "closed", "20.5");
        request("SUM-3", "open", "40");
        agree("a member of neither", 0, "0");

        join("south-relief", "closed");
        agree("joined the one that holds its past back", 0, "0");
        request("SUM-4", "closed", "80.25");
        agree("what came after it joined", 1, "80.25");
        join("south-relief", "open");
        agree("and all of the one that gives its past", 2, "120.25");
        request("SUM-5", "open", "1");
        agree("and what came after", 3, "121.25");

        var north = HUB.as(HubUnderTest.NORTH);
        assertThat(sums(north.get(inOperation("/funnel")).json()))
                .as("who said it")
                .isEqualTo(lines(north))
                .isEqualTo(new Seen(5, new BigDecimal("151.75"), new BigDecimal("151.75")));
    }
}
