package org.parley.hub.sharing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Who may see what, as trust.md 2.2 has it, written again for the proof and sharing no line with
/// what it proves. Classes are numbers from 0 (header) to 3 (exact); below 0 a record does not
/// exist.
final class RuleBook {

    static final int NOTHING = -1;

    private RuleBook() {}

    /// Somebody who asks.
    ///
    /// @param groups with how many records were told before what is addressed to them is seen
    /// @param ceiling the highest class that this person may see, whatever a label allows
    record Asking(
            String account,
            String organisation,
            boolean member,
            Map<String, Integer> groups,
            int ceiling) {}

    /// One entry of a label: to whom, and up to which class.
    private record Entry(String to, Set<String> names, int upTo) {}

    /// What a record's label says.
    ///
    /// @param told how many records were told before it
    record Sharing(String originator, List<Entry> audience, String sensitivity, int told) {

        static Sharing of(String originator, JsonNode label, int told) {
            return new Sharing(
                    originator,
                    label.required("audience").valueStream().map(RuleBook::entry).toList(),
                    label.required("sensitivity").asString(),
                    told);
        }
    }

    private static Entry entry(JsonNode said) {
        var names = new TreeSet<String>();
        said.path("organisations").forEach(name -> names.add(name.asString()));
        if (said.has("group")) {
            names.add(said.get("group").asString());
        }
        return new Entry(
                said.required("to").asString(),
                names,
                said.required("upTo").asString().charAt(1) - '0');
    }

    /// The highest class of the record's fields that may be shown.
    static int ceiling(Asking who, Sharing record) {
        if (who.organisation().equals(record.originator())) {
            return who.ceiling();
        }
        int widest = NOTHING;
        for (var entry : record.audience()) {
            boolean meant =
                    switch (entry.to()) {
                        case "organisations" -> entry.names().contains(who.organisation());
                        case "group" ->
                                entry.names().stream()
                                        .map(who.groups()::get)
                                        .anyMatch(from -> from != null && record.told() >= from);
                        case "operation" -> who.member();
                        case "public" -> true;
                        default -> false;
                    };
            if (meant && reaches(record.sensitivity(), entry.to())) {
                widest = Math.max(widest, entry.upTo());
            }
        }
        return Math.min(widest, who.ceiling());
    }

    private static boolean reaches(String sensitivity, String to) {
        var widest =
                switch (sensitivity) {
                    case "low" -> "public";
                    case "moderate" -> "operation";
                    case "high" -> "group";
                    default -> "organisations";
                };
        var order = List.of("private", "organisations", "group", "operation", "public");
        return order.indexOf(to) <= order.indexOf(widest);
    }
}
