package org.parley.hub.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.kernel.harm.TargetsScreen;
import org.parley.kernel.harm.WeaponsScreen;
import org.parley.kernel.json.JsonArray;
import org.parley.kernel.json.JsonObject;
import org.parley.kernel.json.JsonString;
import org.parley.kernel.json.JsonValue;
import org.parley.kernel.statement.Field;

/// Refuses what asks or plans with the words of weapons and targets, in whatever field. Reports of
/// fact are never refused: somebody must be able to say that a road was shelled.
final class HarmScreen {

    static final String REFUSED = "journal.outside-the-hub";

    /// Those that ask for something, plan it or set a rule.
    static final Set<String> COMMANDS =
            Set.of(
                    "access.membership-began",
                    "access.membership-ended",
                    "flow.consignment-amended",
                    "flow.consignment-closed",
                    "flow.consignment-requested",
                    "flow.consignment-withdrawn",
                    "flow.leg-planned",
                    "flow.loads-changed",
                    "flow.loads-planned",
                    "flow.manifested",
                    "partners.footprint-rule-set",
                    "partners.group-described",
                    "release.recall-asked",
                    "retention.agreement-ended",
                    "retention.hold-lifted",
                    "retention.hold-placed",
                    "retention.period-set");

    /// Shorter ones are codes; names are what places and organisations are called.
    private static final Set<String> TEXTS = Set.of("description", "note", "reason", "explanation");

    private HarmScreen() {}

    static Optional<Refusal> refusal(String type, List<Field> fields) {
        if (!COMMANDS.contains(type)) {
            return Optional.empty();
        }
        return fields.stream()
                .filter(
                        field ->
                                texts(BodyForm.component(field.name()), field.value())
                                        .anyMatch(HarmScreen::isOutside))
                .findFirst()
                .map(field -> new Refusal(REFUSED, Map.of("field", field.name())));
    }

    private static boolean isOutside(String text) {
        return WeaponsScreen.find(text).isPresent() || TargetsScreen.find(text).isPresent();
    }

    private static Stream<String> texts(String name, JsonValue value) {
        return switch (value) {
            case JsonString(var text) ->
                    TEXTS.contains(name) || text.indexOf(' ') >= 0
                            ? Stream.of(text)
                            : Stream.empty();
            case JsonArray(var items) -> items.stream().flatMap(item -> texts(name, item));
            case JsonObject object ->
                    name.equals("names")
                            ? Stream.empty()
                            : object.members().entrySet().stream()
                                    .flatMap(one -> texts(one.getKey(), one.getValue()));
            default -> Stream.empty();
        };
    }
}
