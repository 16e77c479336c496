package org.parley.hub.examples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.access.Account;
import org.parley.hub.access.MembershipBegan;
import org.parley.hub.access.Role;
import org.parley.hub.claims.Claimed;
import org.parley.hub.claims.RuleDescribed;
import org.parley.hub.claims.SourceDescribed;
import org.parley.hub.exchange.AreaImport;
import org.parley.hub.exchange.AreaImportRequest;
import org.parley.hub.exchange.Completeness;
import org.parley.hub.exchange.ContentId;
import org.parley.hub.exchange.ImportRequest;
import org.parley.hub.exchange.Importer;
import org.parley.hub.exchange.Mappings;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Operation;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.Submission;
import org.parley.hub.partners.FootprintRuleSet;
import org.parley.hub.partners.OrganisationDescribed;
import org.parley.hub.partners.RoleHeld;
import org.parley.hub.partners.SeatReported;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Service;

/// The example operation `gaza-2025`: what is publicly claimed, attributed and ungraded. Nothing in
/// it is invented. Loading it again changes nothing.
@Service
public class Gaza2025 implements ExampleOperation {

    public static final OperationId OPERATION = new OperationId("gaza-2025");

    /// The desk that enters the claims; it asserts nothing itself.
    public static final PartnerId DESK = new PartnerId("record-desk");

    /// Those who look at the example.
    static final PartnerId READERS = new PartnerId("readers");

    /// When the article that most claims come from was most likely published.
    private static final Instant PUBLISHED = Instant.parse("2025-10-22T00:00:00Z");

    private static final Operation GAZA =
            new Operation(
                    OPERATION,
                    Map.of(
                            "en", "Gaza ceasefire 2025",
                            "ar", "وقف إطلاق النار في غزة 2025",
                            "he", "הפסקת האש בעזה 2025",
                            "fr", "Cessez-le-feu à Gaza 2025"),
                    false,
                    Instant.parse("2025-10-10T00:00:00Z"));

    private final Journal journal;
    private final Importer importer;
    private final AreaImport areas;

    Gaza2025(Journal journal, Importer importer, AreaImport areas) {
        this.journal = journal;
        this.importer = importer;
        this.areas = areas;
    }

    @Override
    public OperationId id() {
        return OPERATION;
    }

    /// A desk that enters claims, and two who read: one all that the operation shares, one only
    /// what is coarse.
    @Override
    public List<Account> accounts() {
        return List.of(
                account("gaza-desk", DESK, "Record desk", Role.COORDINATOR, FieldClass.EXACT),
                account("gaza-analyst", READERS, "Analyst", Role.OBSERVER, FieldClass.OPERATIONAL),
                account("gaza-guest", READERS, "Guest", Role.OBSERVER, FieldClass.COARSE));
    }

    private static Account account(
            String id, PartnerId organisation, String name, Role role, FieldClass ceiling) {
        return new Account(
                id,
                organisation,
                name,
                false,
                true,
                List.of(new Account.Part(OPERATION, role, ceiling)));
    }

    @Override
    public List<Submission<?>> memberships() {
        return List.of(
                said(new MembershipBegan(DESK, null), GAZA.inEffectFrom()),
                said(new MembershipBegan(READERS, null), GAZA.inEffectFrom()));
    }

    @Override
    public void load() {
        journal.open(GAZA);
        var resources = ExampleFiles.of("gaza-2025");
        takeAreas(resources);
        var submissions = new ArrayList<Submission<?>>();
        resources
                .list("rules.yaml", "rules", RuleDescribed.class)
                .forEach(rule -> submissions.add(said(rule, GAZA.inEffectFrom())));
        resources
                .list("rules.yaml", "sources", SourceDescribed.class)
                .forEach(source -> submissions.add(said(source, GAZA.inEffectFrom())));
        parties(resources, submissions);
        resources
                .list("claims.yaml", "claims", Claimed.class)
                .forEach(claim -> submissions.add(said(claim, PUBLISHED)));
        for (var figure : MonthlyCounts.read(resources.text("monthly.csv"))) {
            submissions.add(said(figure.claim(), day(figure.vintage())));
        }
        submit(submissions);
        resources
                .list("rules.yaml", "registers", RegisterFile.class)
                .forEach(register -> take(resources, register));
    }

    /// Who is said to take part, in which role and where; each names the claim that it rests on.
    private void parties(ExampleFiles resources, List<Submission<?>> submissions) {
        var file = "parties.yaml";
        resources
                .list(file, "organisations", OrganisationDescribed.class)
                .forEach(organisation -> submissions.add(said(organisation, GAZA.inEffectFrom())));
        resources
                .list(file, "roles", RoleHeld.class)
                .forEach(role -> submissions.add(said(role, PUBLISHED)));
        resources
                .list(file, "seats", SeatReported.class)
                .forEach(seat -> submissions.add(said(seat, PUBLISHED)));
        resources
                .list(file, "footprint", FootprintRuleSet.class)
                .forEach(rule -> submissions.add(said(rule, PUBLISHED)));
    }

    /// One file of daily counts.
    record RegisterFile(String source, String asOf, String file) {}

    private <B extends Record & Body> Submission<B> said(B body, Instant claimedAt) {
        return new Submission<>(
                OPERATION,
                ContentId.of(OPERATION, DESK, "example", body),
                actor(),
                Label.operation(DESK, FieldClass.OPERATIONAL),
                claimedAt,
                body);
    }

    private static Actor actor() {
        return Actor.signedIn(DESK, "example");
    }

    private static Instant day(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void submit(List<Submission<?>> submissions) {
        for (var outcome : journal.submitAll(submissions)) {
            if (outcome instanceof Outcome.Refused(var id, var why)) {
                throw new IllegalStateException("Example statement %s: %s".formatted(id, why));
            }
        }
    }

    private void takeAreas(ExampleFiles resources) {
        var request =
                new AreaImportRequest(
                        OPERATION,
                        actor(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        false);
        var file = resources.text("areas.geojson").getBytes(StandardCharsets.UTF_8);
        try (var in = new ByteArrayInputStream(file)) {
            areas.run(request, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(ExampleFiles resources, RegisterFile register) {
        var source = described(resources, register.source());
        var rule =
                resources.list("rules.yaml", "rules", RuleDescribed.class).stream()
                        .filter(described -> described.rule().equals(source.rule()))
                        .findFirst()
                        .orElseThrow();
        var mapping = Mappings.find("daily-counts").orElseThrow().describedBy(source, rule);
        Path folder = null;
        try {
            folder = Files.createTempDirectory("parley-example-");
            var file = resources.copy(register.file(), folder);
            importer.run(
                    new ImportRequest(
                            OPERATION,
                            actor(),
                            file,
                            register.file(),
                            mapping,
                            Optional.of(LocalDate.parse(register.asOf())),
                            Optional.empty(),
                            Completeness.WHOLE,
                            false,
                            folder.resolve("problems.csv")),
                    _ -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ExampleFiles.delete(folder);
        }
    }

    private static SourceDescribed described(ExampleFiles resources, String source) {
        return resources.list("rules.yaml", "sources", SourceDescribed.class).stream()
                .filter(described -> described.source().equals(source))
                .findFirst()
                .orElseThrow();
    }
}
