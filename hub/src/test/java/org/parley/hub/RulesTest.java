package org.parley.hub;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The rules of this code that a compiler cannot say.
class RulesTest {

    private static final JavaClasses HUB =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("org.parley.hub");

    private static final JavaClasses KERNEL =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("org.parley.kernel");

    private static DescribedPredicate<JavaClass> named(String... names) {
        var allowed = Set.of(names);
        return DescribedPredicate.describe(
                "are one of " + allowed, type -> allowed.contains(outermost(type)));
    }

    private static String outermost(JavaClass type) {
        var simple = type.getName().substring(type.getPackageName().length() + 1);
        return simple.contains("$") ? simple.substring(0, simple.indexOf('$')) : simple;
    }

    private static DescribedPredicate<JavaClass> endingWith(String ending) {
        return DescribedPredicate.describe(
                "have a name ending with " + ending, type -> outermost(type).endsWith(ending));
    }

    private static DescribedPredicate<JavaMethodCall> callOf(Class<?> type, String method) {
        return DescribedPredicate.describe(
                type.getSimpleName() + "." + method + "()",
                call ->
                        call.getTargetOwner().isEquivalentTo(type)
                                && call.getTarget().getName().equals(method)
                                && call.getTarget().getRawParameterTypes().isEmpty());
    }

    private static final DescribedPredicate<JavaClass> STORES =
            endingWith("Store").or(resideInAPackage("org.parley.hub.store"));

    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that(DescribedPredicate.not(STORES))
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "org\\.springframework\\.jdbc\\..*\\.(JdbcClient|JdbcTemplate"
                                + "|NamedParameterJdbcTemplate)|javax\\.sql\\.DataSource"
                                + "|java\\.sql\\.(Connection|Statement|PreparedStatement)")
                .because("SQL belongs in a class named …Store, beside the tables it speaks of")
                .check(HUB);
    }

    @Test
    void onlyOneDoorLeadsOut() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.parley.hub.outgoing")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.net\\.http\\..*"
                                + "|java\\.net\\.(Socket|HttpURLConnection|DatagramSocket)"
                                + "|java\\.nio\\.channels\\.(Asynchronous)?SocketChannel"
                                + "|javax\\.net\\.(ssl\\.)?(SSL)?SocketFactory"
                                + "|org\\.springframework\\.web\\.client\\..*(Rest.*|.*Template)"
                                + "|org\\.springframework\\.http\\.client\\..*")
                .orShould()
                .callMethodWhere(
                        callOf(java.net.URL.class, "openStream")
                                .or(
                                        callOf(java.net.URL.class, "openConnection")
                                                .and(notIn("PostgresBinaries"))))
                .because("what the hub asks of others goes through Outgoing, which checks whom")
                .check(HUB);
    }

    // The embedded PostgreSQL is unpacked from the hub's own jar.
    private static DescribedPredicate<JavaMethodCall> notIn(String name) {
        return DescribedPredicate.describe(
                "outside of " + name, call -> !outermost(call.getOriginOwner()).equals(name));
    }

    @Test
    void onlyTheConsoleKnowsHtml() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.parley.hub.console..")
                .and()
                .resideOutsideOfPackage("gg.jte..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("gg.jte..")
                .orShould()
                .accessField(org.springframework.http.MediaType.class, "TEXT_HTML")
                .orShould()
                .accessField(org.springframework.http.MediaType.class, "TEXT_HTML_VALUE")
                .because("pages are the console's; everybody else answers with values")
                .check(HUB);
    }

    @Test
    void onlyTheExchangeKnowsFormats() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.parley.hub.exchange..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.dhatim..", "org.apache.poi..", "org.parley.hub.exchange.tabular..")
                .because("a format's vocabulary stops in the exchange")
                .check(HUB);
    }

    @Test
    void nobodyUsesTheConsole() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.parley.hub.console..", "gg.jte..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.parley.hub.console..")
                .because("the console stands above all")
                .check(HUB);
    }

    @Test
    void theKernelKnowsNoFramework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "tools.jackson..",
                        "com.fasterxml..",
                        "org.parley.hub..")
                .check(KERNEL);
    }

    @Test
    void timeIsPassedIn() {
        noClasses()
                .that(DescribedPredicate.not(named("JournalConfiguration")))
                .should()
                .callMethodWhere(
                        callOf(Instant.class, "now")
                                .or(callOf(LocalDate.class, "now"))
                                .or(callOf(LocalDateTime.class, "now"))
                                .or(callOf(Clock.class, "systemUTC"))
                                .or(callOf(Clock.class, "systemDefaultZone"))
                                .or(callOf(System.class, "currentTimeMillis")))
                .because("time comes from Clocks.now(operation), or from the InstantSource bean")
                .check(HUB);
    }

    @Test
    void idsAreMadeAtNamedEdges() {
        noClasses()
                .that(DescribedPredicate.not(named(Edges.THAT_MAKE_IDS)))
                .should()
                .callMethodWhere(callOf(UUID.class, "randomUUID"))
                .because("clients make statement ids; derived ones are StatementId.derivedFrom")
                .check(HUB);
    }

    @Test
    void nobodyPrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.parley.hub.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("what operators read goes through SLF4J; the command line prints in cli")
                .check(HUB);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .that()
                .resideInAPackage("org.parley..")
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|DTO)(\\$.*)?")
                .because("such names hide what the thing is in the field's own terms")
                .check(HUB);
    }

    @Test
    void whatSpringMakesIsNotPublicUnlessItIsAFrontDoor() {
        classes()
                .that()
                .areAnnotatedWith("org.springframework.stereotype.Repository")
                .or()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .or()
                .areAnnotatedWith("org.springframework.stereotype.Controller")
                .or()
                .areAnnotatedWith("org.springframework.context.annotation.Configuration")
                .should()
                .notBePublic()
                .because("a module is used through its front door")
                .check(HUB);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .because("constructors say what a class needs")
                .check(HUB);
    }

    @Test
    void packagesHaveNoCircles() {
        slices().matching("org.parley.hub.(*)..").should().beFreeOfCycles().check(HUB);
    }

    /// Where chance enters.
    private static final class Edges {
        /// Faults are numbered, forms of the console too, and the parts of an upload kept apart.
        static final String[] THAT_MAKE_IDS = {
            "Diagnosis", "ErrorPages", "FormPage", "ImportBesideHub"
        };
    }
}
