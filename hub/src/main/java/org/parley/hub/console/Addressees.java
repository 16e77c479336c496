package org.parley.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.hub.console.ListPage.Option;
import org.parley.hub.partners.Partners;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// To whom a form's statement can be addressed: as is usual for its kind, to nobody else, to one
/// organisation, to one group, or to everybody in the operation.
@Component
class Addressees {

    /// The field of a form that it is chosen in.
    static final String FIELD = "addressed";

    private static final String OWN = "own";
    private static final String ALL = "operation";
    private static final String ONE = "partner:";
    private static final String GROUP = "group:";

    private final Partners partners;

    Addressees(Partners partners) {
        this.partners = partners;
    }

    List<Option> options(Visit visit) {
        var options = new ArrayList<Option>();
        options.add(new Option("", visit.say("release.to.usual")));
        options.add(new Option(OWN, visit.say("release.to.own")));
        options.add(new Option(ALL, visit.say("release.to.operation")));
        partners.groups(visit.sight(), visit.cut())
                .forEach(
                        group ->
                                options.add(
                                        new Option(
                                                GROUP + group.group(),
                                                visit.say(
                                                        "release.to.group",
                                                        visit.name(group.names())))));
        visit.partners()
                .forEach(
                        (id, names) ->
                                options.add(
                                        new Option(
                                                ONE + id,
                                                visit.say(
                                                        "release.to.partner", visit.name(names)))));
        return options;
    }

    /// The label that a choice means; empty for what is usual. Where few are addressed, others can
    /// be let in later by two people only.
    Optional<ObjectNode> label(String chosen) {
        if (chosen.equals(OWN)) {
            return Optional.of(blank("severe"));
        }
        if (chosen.equals(ALL)) {
            var label = blank("moderate");
            entry(label, "operation", "F1");
            return Optional.of(label);
        }
        if (chosen.startsWith(GROUP)) {
            var label = blank("high");
            entry(label, "group", "F3").put("group", chosen.substring(GROUP.length()));
            return Optional.of(label);
        }
        if (chosen.startsWith(ONE)) {
            var label = blank("high");
            entry(label, "organisations", "F3")
                    .putArray("organisations")
                    .add(chosen.substring(ONE.length()));
            return Optional.of(label);
        }
        return Optional.empty();
    }

    private static ObjectNode blank(String sensitivity) {
        var label = JsonNodeFactory.instance.objectNode();
        label.putArray("audience");
        return label.put("sensitivity", sensitivity);
    }

    private static ObjectNode entry(ObjectNode label, String to, String upTo) {
        return label.withArray("/audience").addObject().put("to", to).put("upTo", upTo);
    }
}
