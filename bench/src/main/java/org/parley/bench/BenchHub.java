package org.parley.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.parley.hub.HubApplication;
import org.parley.hub.access.Account;
import org.parley.hub.access.MembershipBegan;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Operation;
import org.parley.hub.journal.Submission;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// The real hub, with an empty operation, one account, and the peers beside it. Prints the
/// account's token when it is ready. A process of its own, so that the driver does not share its
/// heap.
final class BenchHub {

    static final OperationId OPERATION = new OperationId("bench");
    static final PartnerId PARTNER = new PartnerId("bench-partner");
    static final String READY = "bench hub ready ";

    private BenchHub() {}

    public static void main(String[] arguments) {
        var context =
                new SpringApplicationBuilder(
                                HubApplication.class,
                                Peers.class,
                                Filling.class,
                                ClearedReads.class,
                                HiddenThings.class)
                        .run(arguments);
        var journal = context.getBean(Journal.class);
        var signIns = context.getBean(SignIns.class);
        journal.open(
                new Operation(
                        OPERATION,
                        Map.of("en", "Bench"),
                        true,
                        Instant.parse("2026-01-01T00:00:00Z")));
        journal.submit(
                new Submission<>(
                        OPERATION,
                        StatementId.parse("00000000-0000-4000-8000-000000000001"),
                        Actor.signedIn(PARTNER, "bench"),
                        Label.operation(PARTNER, FieldClass.OPERATIONAL),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        new MembershipBegan(PARTNER, null)));
        signIns.enrol(
                new Account(
                        "bench",
                        PARTNER,
                        "Bench",
                        true,
                        true,
                        List.of(new Account.Part(OPERATION, Role.COORDINATOR, FieldClass.EXACT))));
        System.out.println(READY + signIns.demo("bench", true).orElseThrow());
    }
}
