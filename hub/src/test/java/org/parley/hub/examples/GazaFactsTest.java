package org.parley.hub.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.hub.SharedFiles;
import org.parley.hub.claims.Claimed;
import org.parley.hub.partners.FootprintRuleSet;
import org.parley.hub.partners.OrganisationDescribed;
import org.parley.hub.partners.PartnerRole;
import org.parley.hub.partners.RoleHeld;
import org.parley.hub.partners.SeatReported;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Walks the file of facts that the project was created from, where it lies beside the checkout,
/// and finds each of them in the example, attributed to the same speaker.
class GazaFactsTest {

    private static final ExampleFiles FILES = ExampleFiles.of("gaza-2025");

    private static final Map<String, Claimed> CLAIMS = claims();

    @Test
    void everyClaimIsHeldWithItsAttribution() throws Exception {
        for (var fact : list("claims")) {
            var id = text(fact, "id");
            var claim = claim(id);
            var speaker = fact.getOrDefault("asserted_by", fact.get("speaker"));
            if (speaker == null) {
                speaker = fact.get("reported_by");
            }
            assertThat(plain(claim.assertedBy()))
                    .describedAs(id)
                    .isEqualTo(plain(String.valueOf(speaker)));
            for (var detail :
                    List.of(
                            "owed_by",
                            "due",
                            "position_of",
                            "position",
                            "addressee",
                            "condition",
                            "consequence",
                            "offeror",
                            "speaker")) {
                if (fact.containsKey(detail)) {
                    assertThat(claim.facts())
                            .describedAs("%s %s", id, detail)
                            .containsEntry(detail.replace('_', '-'), text(fact, detail));
                }
            }
            for (var amount : List.of("handed_over", "handed_over_about", "outstanding")) {
                if (fact.containsKey(amount)) {
                    var figure = Objects.requireNonNull(claim.figure());
                    assertThat(figure.amount()).describedAs(id).isEqualTo(text(fact, amount));
                    assertThat(figure.approximate()).isEqualTo(amount.endsWith("about"));
                }
            }
            if (fact.containsKey("total")) {
                assertThat(claim.facts()).containsEntry("total", text(fact, "total"));
            }
            if (fact.containsKey("reported_on")) {
                var on = Objects.requireNonNull(claim.saidOn());
                assertThat(on.from()).hasToString(text(fact, "reported_on"));
                assertThat(on.inferred()).isTrue();
            }
        }
    }

    @Test
    void everyVisitAndEveryTalkIsHeld() throws Exception {
        var visits = CLAIMS.values().stream().filter(c -> c.kind().code().equals("visit")).toList();
        for (var fact : list("visits")) {
            var when = fact.getOrDefault("arrives", fact.getOrDefault("on", fact.get("around")));
            assertThat(visits)
                    .filteredOn(visit -> text(fact, "who").equals(visit.facts().get("who")))
                    .filteredOn(visit -> text(fact, "of").equals(visit.facts().get("of")))
                    .filteredOn(
                            visit ->
                                    String.valueOf(when)
                                            .equals(
                                                    String.valueOf(
                                                            Objects.requireNonNull(visit.period())
                                                                    .from())))
                    .singleElement()
                    .satisfies(
                            visit -> {
                                assertThat(Objects.requireNonNull(visit.period()).inferred())
                                        .isTrue();
                                if (fact.get("meeting") instanceof Map<?, ?> meeting) {
                                    assertThat(visit.facts())
                                            .containsEntry(
                                                    "meeting-with",
                                                    String.valueOf(meeting.get("with")))
                                            .containsEntry(
                                                    "meeting-on",
                                                    String.valueOf(meeting.get("on")));
                                }
                                if (fact.containsKey("announced_by")) {
                                    assertThat(visit.assertedBy())
                                            .isEqualTo(text(fact, "announced_by"));
                                }
                            });
        }
        for (var fact : list("talks")) {
            assertThat(CLAIMS.values())
                    .filteredOn(claim -> claim.kind().code().equals("talks"))
                    .filteredOn(claim -> text(fact, "track").equals(claim.facts().get("track")))
                    .singleElement()
                    .satisfies(
                            claim ->
                                    assertThat(claim.facts())
                                            .containsEntry("state", text(fact, "state")));
        }
    }

    @Test
    void partiesRolesAndTheFootprintRuleAreStatementsOfTheirOwn() throws Exception {
        var partners = FILES.list("parties.yaml", "organisations", OrganisationDescribed.class);
        var roles = FILES.list("parties.yaml", "roles", RoleHeld.class);
        for (var fact : list("parties")) {
            assertThat(partners)
                    .filteredOn(partner -> partner.partner().value().equals(text(fact, "id")))
                    .singleElement()
                    .satisfies(
                            partner ->
                                    assertThat(partner.names().in("en"))
                                            .isEqualTo(text(fact, "name")));
        }
        assertThat(roles)
                .filteredOn(role -> role.role() == PartnerRole.MEDIATOR)
                .extracting(role -> role.partner().value())
                .containsExactly("united-states");
        assertThat(roles)
                .filteredOn(role -> role.role() == PartnerRole.HOST)
                .extracting(role -> role.partner().value())
                .containsExactly("israel");
        var operation = map("operation");
        assertThat(roles)
                .filteredOn(role -> role.role() == PartnerRole.ESTABLISHING_COMMAND)
                .singleElement()
                .satisfies(
                        role ->
                                assertThat(role.from())
                                        .hasToString(text(operation, "hub_established")));
        assertThat(roles).extracting(RoleHeld::instrument).allMatch(text -> names(text));
        var staff = Objects.requireNonNull((Map<?, ?>) operation.get("hub_staff"));
        assertThat(FILES.list("parties.yaml", "seats", SeatReported.class))
                .singleElement()
                .satisfies(
                        seat -> {
                            assertThat(String.valueOf(seat.headcount()))
                                    .isEqualTo(String.valueOf(staff.get("headcount")));
                            assertThat(seat.approximate()).isTrue();
                        });
        assertThat(FILES.list("parties.yaml", "footprint", FootprintRuleSet.class))
                .singleElement()
                .satisfies(
                        rule -> {
                            assertThat(rule.area()).isEqualTo("ps02");
                            assertThat(names(rule.instrument())).isTrue();
                        });
        assertThat(claim("center-host").facts()).containsEntry("who", text(operation, "hub_host"));
        assertThat(claim("operation").facts())
                .containsEntry("agreement", text(operation, "agreement"));
        assertThat(Objects.requireNonNull(claim("operation").period()).from())
                .hasToString(text(operation, "ceasefire_in_effect"));
        var joining = Objects.requireNonNull((Map<?, ?>) operation.get("partners_joining"));
        assertThat(claim("partners-joining").facts())
                .containsEntry("window-days", String.valueOf(joining.get("window_days")));
    }

    /// Whether the text names a claim that the example holds.
    private static boolean names(@Nullable String instrument) {
        return instrument != null
                && CLAIMS.keySet().stream().anyMatch(id -> instrument.contains("'" + id + "'"));
    }

    private static Claimed claim(String id) {
        return Objects.requireNonNull(CLAIMS.get(id), id);
    }

    private static String plain(String text) {
        return text.startsWith("the ") ? text.substring(4) : text;
    }

    private static String text(Map<?, ?> fact, String name) {
        return String.valueOf(fact.get(name));
    }

    private static Map<String, Claimed> claims() {
        var claims = new HashMap<String, Claimed>();
        FILES.list("claims.yaml", "claims", Claimed.class)
                .forEach(claim -> claims.put(claim.claim(), claim));
        return claims;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(String name) throws Exception {
        return (List<Map<String, Object>>) Objects.requireNonNull(facts().get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(String name) throws Exception {
        return (Map<String, Object>) Objects.requireNonNull(facts().get(name));
    }

    /// Days are read as the text that they are, and `on` as the word: YAML 1.1 takes it for true.
    private static Map<String, Object> facts() throws Exception {
        var text = Files.readString(SharedFiles.file("example/source-article-facts.yaml"));
        var quoted =
                text.replaceAll("(?<=[ {])(\\d{4}-\\d{2}-\\d{2})(?=[\\s,}])", "\"$1\"")
                        .replaceAll("\\bon: ", "\"on\": ");
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(quoted);
    }
}
