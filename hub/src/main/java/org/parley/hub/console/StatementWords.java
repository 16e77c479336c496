package org.parley.hub.console;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Refusal;
import org.parley.hub.places.Places;
import org.parley.kernel.names.Names;
import org.springframework.stereotype.Component;

/// What the values of a statement's fields are called: codes by their wording, organisations and
/// places by their names, days and moments as the operation tells the time. What somebody wrote
/// stays as it was written.
@Component
class StatementWords {

    /// Where the codes of a field are worded. The first that has the code words it.
    private static final Map<String, List<String>> CODES =
            Map.ofEntries(
                    Map.entry("stage", List.of("partner.seat.", "flow.stage.")),
                    Map.entry("role", List.of("partner.role.", "role.")),
                    Map.entry("status", List.of("partner.registration.", "crossing.")),
                    Map.entry(
                            "kind",
                            List.of("partner.kind.", "flow.kind.", "place.kind.", "claim.kind.")),
                    Map.entry("step", List.of("flow.step.")),
                    Map.entry("at", List.of("flow.at.")),
                    Map.entry("interception", List.of("flow.interception.")),
                    Map.entry("outcome", List.of("flow.outcome.", "flow.what.")),
                    Map.entry(
                            "reasons",
                            List.of("flow.reason.", "flow.receipt-reason.", "crossing.reason.")),
                    Map.entry("reason", List.of("crossing.reason.", "flow.receipt-reason.")),
                    Map.entry("state", List.of("flow.what.")),
                    Map.entry("change", List.of("flow.what.")),
                    Map.entry("priority", List.of("flow.priority.")),
                    Map.entry("category", List.of("flow.category.")),
                    Map.entry("cargo", List.of("flow.category.")),
                    Map.entry("flow", List.of("flow.kind.")),
                    Map.entry("assistance", List.of("flow.kind.")),
                    Map.entry("unit", List.of("flow.unit.")),
                    Map.entry("scheme", List.of("flow.reference.")),
                    Map.entry("backlog", List.of("partner.backlog.")),
                    Map.entry("answer", List.of("recall.answer.")),
                    Map.entry("sensitivity", List.of("sensitivity.")),
                    Map.entry("to", List.of("audience.")),
                    Map.entry("upTo", List.of("class.")));

    private static final Set<String> ORGANISATIONS =
            Set.of(
                    "partner",
                    "organisation",
                    "organisations",
                    "originator",
                    "sender",
                    "receiver",
                    "authority",
                    "authorities",
                    "carrier",
                    "lead",
                    "from",
                    "to",
                    "assertedBy",
                    "assertedByPartner",
                    "reportedBy",
                    "publisher");

    private static final Set<String> PLACES =
            Set.of(
                    "place",
                    "crossing",
                    "area",
                    "destinationArea",
                    "origin",
                    "destination",
                    "corridor",
                    "parent",
                    "stops",
                    "from",
                    "to",
                    "zone");

    private static final Pattern DAY = Pattern.compile("\\d{4}-[01]\\d-[0-3]\\d");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-[01]\\d-[0-3]\\dT[012]\\d:\\d\\d(:\\d\\d([.]\\d+)?)?Z");

    private final Places places;

    StatementWords(Places places) {
        this.places = places;
    }

    /// For one page: the names of places are read once.
    Values values(Visit visit) {
        return new Values(visit, places.names(visit.sight(), visit.cut()));
    }

    record Values(Visit visit, Map<String, Names> places) {

        Words words() {
            return visit.words();
        }

        /// A refusal whose facts are called as its reader calls them.
        Refusal worded(Refusal why) {
            var facts = new LinkedHashMap<String, Object>();
            why.facts().forEach((name, value) -> facts.put(name, of(name, value)));
            return new Refusal(why.code(), facts);
        }

        String of(String field, Object value) {
            var text = String.valueOf(value);
            return switch (value) {
                case BigDecimal amount -> words().number(amount);
                case Double _ -> text;
                case Number amount -> words().number(amount.longValue());
                default ->
                        coded(words(), field, text)
                                .or(() -> organisation(visit, field, text))
                                .or(() -> place(visit, places, field, text))
                                .or(() -> moment(words(), text))
                                .orElse(text);
            };
        }
    }

    private static Optional<String> coded(Words words, String field, String code) {
        return CODES.getOrDefault(field, List.of()).stream()
                .flatMap(prefix -> words.find(prefix + code).stream())
                .findFirst();
    }

    private static Optional<String> organisation(Visit visit, String field, String id) {
        return ORGANISATIONS.contains(field) && visit.partners().containsKey(id)
                ? Optional.of(visit.partner(id))
                : Optional.empty();
    }

    private static Optional<String> place(
            Visit visit, Map<String, Names> places, String field, String id) {
        return PLACES.contains(field)
                ? Optional.ofNullable(places.get(id)).map(visit::name)
                : Optional.empty();
    }

    private static Optional<String> moment(Words words, String text) {
        if (DAY.matcher(text).matches()) {
            return Optional.of(words.date(LocalDate.parse(text)));
        }
        if (MOMENT.matcher(text).matches()) {
            var at = Instant.parse(text);
            return Optional.of(words.dayAndTime(at) + " (" + words.universal(at) + ")");
        }
        return Optional.empty();
    }

    /// What a statement is about, without the kind of record that its id is of.
    static String subject(@Nullable String subject) {
        return subject == null ? "" : subject.substring(subject.indexOf('/') + 1);
    }
}
