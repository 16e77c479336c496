package org.parley.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.access.Account;
import org.parley.hub.access.MembershipBegan;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Operation;
import org.parley.hub.journal.OperationClock;
import org.parley.hub.journal.Submission;
import org.parley.hub.store.Behalf;
import org.parley.hub.store.DatabaseAccess;
import org.parley.hub.store.TestDatabase;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The real application on a free port of the loopback address, over a database of its own in the
/// tests' PostgreSQL, with a signer process of its own and one invented operation in which three
/// organisations take part. Start-up costs seconds, so tests that only ask share one.
public final class HubUnderTest implements AutoCloseable {

    public static final String OPERATION = "exercise";

    /// Speaks for a member organisation and sees all that its labels allow.
    public static final String NORTH = "north-aid-desk";

    /// Speaks for another member organisation.
    public static final String SOUTH = "south-relief-desk";

    /// Reads for the first organisation and cannot speak.
    public static final String READER = "north-aid-observer";

    /// Has a part in the operation, for an organisation that is no member.
    public static final String OUTSIDER = "outsider-desk";

    /// Keeps the hub running and sees no record.
    public static final String OPERATOR = "hub-operator";

    /// Has an account and a part in no operation.
    public static final String NOBODY = "nobody-desk";

    private static final String PASSWORD = "test";

    private static final class Shared {
        private static final HubUnderTest HUB = start();
    }

    private final ConfigurableApplicationContext context;

    private HubUnderTest(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// The one for all tests that leave its settings alone. It lives as long as the tests do.
    public static HubUnderTest shared() {
        return Shared.HUB;
    }

    /// A hub of one's own.
    ///
    /// @param settings `name=value` each
    public static HubUnderTest start(String... settings) {
        var hub = startEmpty(settings);
        hub.enrol();
        return hub;
    }

    /// A hub of one's own whose operations tell the time by that clock.
    public static HubUnderTest startBy(OperationClock clock, String... settings) {
        var hub = begin(TestDatabase.fresh(), Optional.of(clock), settings);
        hub.enrol();
        return hub;
    }

    /// A hub of one's own in which there is no operation yet.
    public static HubUnderTest startEmpty(String... settings) {
        return begin(TestDatabase.fresh(), Optional.empty(), settings);
    }

    /// The same whose operations tell the time by that clock.
    public static HubUnderTest startEmptyBy(OperationClock clock, String... settings) {
        return begin(TestDatabase.fresh(), Optional.of(clock), settings);
    }

    /// A hub over another's database once that is closed, as after a restart.
    public static HubUnderTest startOver(
            HubUnderTest before, OperationClock clock, String... settings) {
        var database =
                new DatabaseAccess(
                        before.setting("parley.database.url"),
                        before.setting("parley.database.user"),
                        before.setting("parley.database.password"));
        return begin(database, Optional.of(clock), settings);
    }

    private static HubUnderTest begin(
            DatabaseAccess database, Optional<OperationClock> clock, String... settings) {
        var data = folder();
        var all = new LinkedHashMap<String, Object>();
        all.put("server.port", 0);
        all.put("server.address", "127.0.0.1");
        all.put("parley.data", data);
        all.put("parley.scratch", true);
        all.put("parley.database.url", database.url());
        all.put("parley.database.user", database.user());
        all.put("parley.database.password", database.password());
        all.put("parley.database.roles-password", PASSWORD);
        all.put("parley.journal.signer", data.resolve("signer"));
        all.put("parley.journal.patience", "10s");
        all.put("parley.api.person", 100_000);
        all.put("parley.retention.first", "30d"); // tests say when
        all.put("parley.api.organisation", 100_000);
        all.put("parley.api.beat", "0"); // whoever waits for nothing tests more
        for (var setting : settings) {
            all.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }
        var arguments = new ArrayList<String>();
        all.forEach((name, value) -> arguments.add("--%s=%s".formatted(name, value)));
        var context =
                new SpringApplicationBuilder(HubApplication.class)
                        .initializers(
                                begun ->
                                        clock.ifPresent(
                                                one ->
                                                        begun.getBeanFactory()
                                                                .registerSingleton(
                                                                        "clockOfTests", one)))
                        .run(arguments.toArray(String[]::new));
        context.getBean(Journal.class).resume(); // as at every start
        return new HubUnderTest(context);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("hub-under-test");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void enrol() {
        open(OPERATION);
        enrol(NORTH, "north-aid", Role.CONTRIBUTOR);
        enrol(READER, "north-aid", Role.OBSERVER);
        enrol(SOUTH, "south-relief", Role.CONTRIBUTOR);
        enrol(OUTSIDER, "outsider", Role.CONTRIBUTOR);
        enrol(OPERATOR, "host", Role.OPERATOR);
        bean(SignIns.class)
                .enrol(
                        new Account(
                                NOBODY, new PartnerId("nobody"), NOBODY, false, true, List.of()));
        for (var member : List.of("north-aid", "south-relief")) {
            begin(member);
        }
    }

    /// Opens another invented operation, in which nobody takes part yet.
    public void open(String operation) {
        bean(Journal.class)
                .open(
                        new Operation(
                                new OperationId(operation),
                                Map.of("en", "Exercise", "ar", "تمرين"),
                                true,
                                Instant.parse("2024-01-01T00:00:00Z")));
    }

    /// Makes a demo account with a part in [#OPERATION].
    public void enrol(String account, String organisation, Role role) {
        enrol(account, organisation, role, false);
    }

    /// The same for a program that contributes.
    public void enrolMachine(String account, String organisation) {
        enrol(account, organisation, Role.CONTRIBUTOR, true);
    }

    private void enrol(String account, String organisation, Role role, boolean machine) {
        bean(SignIns.class)
                .enrol(
                        new Account(
                                account,
                                new PartnerId(organisation),
                                account,
                                machine,
                                true,
                                List.of(
                                        new Account.Part(
                                                new OperationId(OPERATION),
                                                role,
                                                FieldClass.EXACT))));
    }

    private void begin(String member) {
        var host = new PartnerId("host");
        bean(Journal.class)
                .submit(
                        new Submission<>(
                                new OperationId(OPERATION),
                                StatementId.derivedFrom("membership", member),
                                Actor.signedIn(host, "set-up"),
                                Label.operation(host, FieldClass.OPERATIONAL),
                                Instant.parse("2026-01-02T08:00:00Z"),
                                new MembershipBegan(new PartnerId(member), null)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /// All beans of a type, the ones of the examples say.
    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    public String setting(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    public URI address() {
        return URI.create(
                "http://127.0.0.1:"
                        + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /// From now on this thread reads as that account, for tests that ask a front door directly.
    public void behalf(String account, OperationId operation) {
        Behalf.of(bean(SignIns.class).demo(account, true).orElseThrow());
        Behalf.in(operation.value());
    }

    /// Signed in with a bearer token, as machines are.
    public HubClient as(String account) {
        return new HubClient(address(), bean(SignIns.class).demo(account, true).orElseThrow());
    }

    /// Not signed in.
    public HubClient stranger() {
        return new HubClient(address(), null);
    }

    @Override
    public void close() {
        context.close();
    }
}
