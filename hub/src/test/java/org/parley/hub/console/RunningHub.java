package org.parley.hub.console;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.parley.hub.HubApplication;
import org.parley.hub.access.Account;
import org.parley.hub.access.MembershipBegan;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.ConsignmentRequested;
import org.parley.hub.flow.LineItem;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Operation;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.Submission;
import org.parley.hub.partners.FootprintRuleSet;
import org.parley.hub.partners.GroupDescribed;
import org.parley.hub.partners.OrganisationDescribed;
import org.parley.hub.partners.PartnerKind;
import org.parley.hub.partners.PartnerRole;
import org.parley.hub.partners.RegistrationReported;
import org.parley.hub.partners.RegistrationStatus;
import org.parley.hub.partners.RoleHeld;
import org.parley.hub.partners.SeatReported;
import org.parley.hub.partners.SeatStage;
import org.parley.hub.places.CrossingDescribed;
import org.parley.hub.store.TestDatabase;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.names.Names;
import org.parley.kernel.quantity.Unit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// The real application on a free port, with an invented operation of a few partners.
final class RunningHub implements AutoCloseable {

    static final OperationId OPERATION = new OperationId("juniper");
    static final PartnerId HOST = new PartnerId("org-h");
    static final PartnerId AGENCY = new PartnerId("org-k");
    static final PartnerId CAMP = new PartnerId("org-m");

    private static final Instant BEGAN = Instant.now().minus(12, ChronoUnit.DAYS);

    private final ServletWebServerApplicationContext context;
    private int said;

    private RunningHub(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    static RunningHub start() throws IOException {
        var database = TestDatabase.fresh();
        var folder = Files.createTempDirectory("parley-console-test");
        var application = new SpringApplication(HubApplication.class);
        application.setRegisterShutdownHook(false);
        var context =
                (ServletWebServerApplicationContext)
                        application.run(
                                "--server.port=0",
                                "--parley.data=" + folder,
                                "--parley.journal.signer=" + folder.resolve("signer"),
                                "--parley.database.url=" + database.url(),
                                "--parley.database.user=" + database.user(),
                                "--parley.database.password=" + database.password(),
                                "--parley.database.roles-password=test",
                                "--parley.scratch=true");
        var hub = new RunningHub(context);
        hub.fill();
        return hub;
    }

    String url(String path) {
        return "http://127.0.0.1:"
                + java.util.Objects.requireNonNull(context.getWebServer()).getPort()
                + path;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// A statement into the journal, and where its page is.
    <B extends Record & Body> String say(PartnerId by, B body, Label label) {
        var id = StatementId.derivedFrom("console-test", Integer.toString(said++));
        var outcome =
                bean(Journal.class)
                        .submit(
                                new Submission<>(
                                        OPERATION,
                                        id,
                                        Actor.signedIn(by, "account-of-" + by),
                                        label,
                                        Instant.now(),
                                        body));
        if (!(outcome instanceof Outcome.Recorded)) {
            throw new IllegalStateException(outcome.toString());
        }
        return "/o/" + OPERATION + "/journal/" + by + "/" + id;
    }

    <B extends Record & Body> String say(PartnerId by, B body) {
        return say(by, body, Label.operation(by, FieldClass.OPERATIONAL));
    }

    private void fill() {
        bean(Journal.class)
                .open(
                        new Operation(
                                OPERATION,
                                Map.of(
                                        "en", "Operation Juniper",
                                        "ar", "عملية العرعر",
                                        "he", "מבצע ערער",
                                        "fr", "Opération Genévrier"),
                                true,
                                BEGAN));
        bean(Journal.class)
                .open(new Operation(new OperationId("larch"), Map.of("en", "Larch"), false, BEGAN));
        for (var one : List.of(HOST, AGENCY, CAMP)) {
            say(HOST, new MembershipBegan(one, null));
        }
        describe(
                HOST,
                PartnerKind.NATION,
                "Host nation H",
                "الدولة المضيفة ح",
                "המדינה המארחת ה",
                "Pays hôte H");
        describe(
                AGENCY, PartnerKind.INTERNATIONAL, "Agency K", "الوكالة ك", "סוכנות ק", "Agence K");
        describe(CAMP, PartnerKind.NGO, "Relief M", "إغاثة م", "סיוע מ", "Secours M");
        var day = LocalDate.now(java.time.ZoneOffset.UTC);
        say(
                HOST,
                new RoleHeld(
                        HOST,
                        PartnerRole.HOST,
                        day.minusDays(12),
                        null,
                        "Agreement, article 4",
                        "host the center"));
        say(
                HOST,
                new RoleHeld(
                        HOST,
                        PartnerRole.AUTHORITY,
                        day.minusDays(12),
                        null,
                        "Agreement, article 9",
                        "rule on goods"));
        for (var stage : List.of(SeatStage.INVITED, SeatStage.ACCREDITED, SeatStage.SEATED)) {
            say(
                    AGENCY,
                    new SeatReported(
                            AGENCY,
                            stage,
                            day.minusDays(9 - 3L * stage.ordinal() / 2),
                            stage == SeatStage.SEATED ? 14 : null,
                            true));
        }
        say(CAMP, new SeatReported(CAMP, SeatStage.INVITED, day.minusDays(2), 3, false));
        say(
                CAMP,
                new RegistrationReported(
                        CAMP, HOST, RegistrationStatus.APPLIED, day.minusDays(5), null));
        say(
                HOST,
                new RegistrationReported(
                        CAMP,
                        HOST,
                        RegistrationStatus.REFUSED,
                        day.minusDays(3),
                        "papers incomplete"));
        say(
                HOST,
                new RegistrationReported(
                        AGENCY, HOST, RegistrationStatus.REGISTERED, day.minusDays(8), null));
        say(
                HOST,
                new GroupDescribed(
                        "water",
                        Names.of(
                                "Water and sanitation",
                                "المياه والصرف",
                                "מים ותברואה",
                                "Eau et assainissement"),
                        AGENCY));
        say(HOST, new MembershipBegan(AGENCY, "water"));
        say(
                HOST,
                new FootprintRuleSet(
                        "no-entry",
                        null,
                        PartnerKind.NATION,
                        "zone-1",
                        "Agreement, article 6",
                        false));
        say(
                HOST,
                new CrossingDescribed(
                        "gate",
                        "road",
                        Names.of("Gate", "البوابة", "השער", "La porte"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        ask("CN-31-00001");
        enrol("watch", HOST, "Watch officer", Role.COORDINATOR);
        enrol("logistics", AGENCY, "Logistician", Role.CONTRIBUTOR);
        enrol("reader", CAMP, "Observer", Role.OBSERVER);
    }

    /// Asks for a consignment of two lines.
    void ask(String consignment) {
        say(
                AGENCY,
                new ConsignmentRequested(
                        consignment,
                        AssistanceKind.HUMANITARIAN,
                        AGENCY,
                        CAMP,
                        List.of(HOST),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(line("1", "Flour in bags", 40), line("2", "Cooking oil", 12))));
    }

    private static LineItem line(String line, String description, long pallets) {
        return new LineItem(
                line, description, "food", BigDecimal.valueOf(pallets), Unit.PX, null, null, null);
    }

    private void describe(
            PartnerId id, PartnerKind kind, String en, String ar, String he, String fr) {
        say(HOST, new OrganisationDescribed(id, kind, Names.of(en, ar, he, fr)));
    }

    private void enrol(String account, PartnerId organisation, String post, Role role) {
        bean(SignIns.class)
                .enrol(
                        new Account(
                                account,
                                organisation,
                                post,
                                false,
                                true,
                                List.of(new Account.Part(OPERATION, role, FieldClass.EXACT))));
    }

    @Override
    public void close() {
        context.close();
    }
}
