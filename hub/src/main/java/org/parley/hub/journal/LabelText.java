package org.parley.hub.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.Addressed;
import org.parley.kernel.audience.Audience;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.audience.Sensitivity;
import org.parley.kernel.id.PartnerId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A label as JSON text, always in the same order, so that equal labels have equal texts.
public final class LabelText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LabelText() {}

    public static String write(Label label) {
        var node = JSON.createObjectNode();
        var audience = node.putArray("audience");
        for (var entry : label.audience()) {
            audience.add(entry(entry));
        }
        node.put("originator", label.originator().value());
        node.put("sensitivity", label.sensitivity().name().toLowerCase(Locale.ROOT));
        return node.toString();
    }

    private static ObjectNode entry(Audience entry) {
        var node = JSON.createObjectNode();
        switch (entry) {
            case Audience.Private _ -> node.put("to", "private");
            case Audience.Organisations(var named, _) -> {
                node.put("to", "organisations");
                var names = node.putArray("organisations");
                new TreeSet<>(named).forEach(name -> names.add(name.value()));
            }
            case Audience.Group(var group, _, var addressed) -> {
                node.put("to", "group").put("group", group);
                if (!addressed.equals(Addressed.LONG_AGO)) {
                    node.put("afterJoining", addressed.afterJoining()).put("day", addressed.day());
                }
            }
            case Audience.Operation _ -> node.put("to", "operation");
            case Audience.Public _ -> node.put("to", "public");
        }
        return node.put("upTo", entry.upTo().code());
    }

    public static Label read(String text) {
        return read(JSON.readTree(text));
    }

    /// Reads a label; what it does not know it refuses, so that nothing widens by accident.
    public static Label read(JsonNode node) {
        List<Audience> audience = new ArrayList<>();
        for (var entry : node.required("audience")) {
            var upTo = FieldClass.of(entry.required("upTo").asString());
            audience.add(
                    switch (entry.required("to").asString()) {
                        case "private" -> new Audience.Private(upTo);
                        case "organisations" ->
                                new Audience.Organisations(organisations(entry), upTo);
                        case "group" ->
                                new Audience.Group(
                                        entry.required("group").asString(), upTo, addressed(entry));
                        case "operation" -> new Audience.Operation(upTo);
                        case "public" -> new Audience.Public(upTo);
                        case String other ->
                                throw new InvalidValue(
                                        "label.audience.to",
                                        "value.one-of",
                                        "must be one of {known}, was '{was}'",
                                        "private, organisations, group, operation, public",
                                        other);
                    });
        }
        return new Label(
                new PartnerId(node.required("originator").asString()),
                audience,
                sensitivity(node.required("sensitivity").asString()));
    }

    private static Addressed addressed(JsonNode entry) {
        return entry.has("afterJoining")
                ? new Addressed(
                        entry.required("afterJoining").asLong(), entry.required("day").asLong())
                : Addressed.LONG_AGO;
    }

    private static TreeSet<PartnerId> organisations(JsonNode entry) {
        var named = new TreeSet<PartnerId>();
        for (var name : entry.required("organisations")) {
            named.add(new PartnerId(name.asString()));
        }
        return named;
    }

    private static Sensitivity sensitivity(String word) {
        return switch (word) {
            case "low" -> Sensitivity.LOW;
            case "moderate" -> Sensitivity.MODERATE;
            case "high" -> Sensitivity.HIGH;
            case "severe" -> Sensitivity.SEVERE;
            default ->
                    throw new InvalidValue(
                            "label.sensitivity",
                            "value.one-of",
                            "must be one of {known}, was '{was}'",
                            "low, moderate, high, severe",
                            word);
        };
    }
}
