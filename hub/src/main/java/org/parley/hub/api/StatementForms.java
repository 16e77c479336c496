package org.parley.hub.api;

import java.util.List;
import java.util.Locale;
import org.parley.hub.journal.Kinds;
import org.parley.hub.journal.References;
import org.parley.hub.journal.StatementKind;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Sensitivity;
import org.parley.kernel.statement.Seen;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The forms of all statements that the hub understands: one for each type, with its own body.
record StatementForms(Kinds kinds) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Names the forms in `schemas`; `Statement` is any of them.
    void into(Schemas schemas) {
        schemas.named().put("Label", label());
        schemas.named().put("AudienceEntry", audience());
        var any = JSON.createObjectNode();
        var each = any.putArray("oneOf");
        var discriminator = any.putObject("discriminator").put("propertyName", "type");
        var mapping = discriminator.putObject("mapping");
        for (var kind : kinds.list()) {
            var name = "statement." + kind.type();
            schemas.named().put(name, statement(kind, schemas));
            each.add(Schemas.reference(name));
            mapping.put(kind.type(), "#/components/schemas/" + name);
        }
        schemas.named().put("Statement", any);
    }

    private static ObjectNode statement(StatementKind<?> kind, Schemas schemas) {
        var form = Schemas.of("object");
        var properties = form.putObject("properties");
        properties.putObject("type").put("const", kind.type());
        properties.set(
                "id",
                Schemas.of("string")
                        .put("format", "uuid")
                        .put("description", "Made by the client; sending it again is safe"));
        properties.set(
                "claimedAt",
                Schemas.of("string")
                        .put("format", "date-time")
                        .put("description", "When it was so or was said; now where absent"));
        properties.set("label", Schemas.reference("Label"));
        properties.set("device", schemas.of(StatementRequest.Device.class));
        properties.set("seen", schemas.of(Seen.class));
        properties.set(
                "replaces",
                Schemas.of("array")
                        .put("maxItems", References.MOST)
                        .put(
                                "description",
                                "Statements of the same organisation that this one amends; two"
                                        + " amendments of one stand side by side as a fork until a"
                                        + " third replaces both")
                        .set("items", Schemas.of("string").put("format", "uuid")));
        properties.set(
                "answers",
                schemas.of(StatementRequest.Answers.class)
                        .put("description", "The statement that this one answers"));
        properties.set("says", schemas.of(kind.body()));
        form.putArray("required").add("type").add("id").add("says");
        return form.put("additionalProperties", false);
    }

    private static ObjectNode label() {
        var form = Schemas.of("object");
        var properties = form.putObject("properties");
        properties.set(
                "audience", Schemas.of("array").set("items", Schemas.reference("AudienceEntry")));
        properties.set(
                "sensitivity",
                words(
                        List.of(Sensitivity.values()).stream()
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .toList()));
        form.putArray("required").add("audience").add("sensitivity");
        form.put("description", "To whom it is addressed; what is usual for the type where absent");
        return form.put("additionalProperties", false);
    }

    private static ObjectNode audience() {
        var form = Schemas.of("object");
        var properties = form.putObject("properties");
        properties.set(
                "to", words(List.of("private", "organisations", "group", "operation", "public")));
        properties.set(
                "upTo",
                words(List.of(FieldClass.values()).stream().map(FieldClass::code).toList()));
        properties.set("organisations", Schemas.of("array").set("items", Schemas.of("string")));
        properties.set("group", Schemas.of("string"));
        form.putArray("required").add("to").add("upTo");
        return form;
    }

    private static ObjectNode words(List<String> words) {
        var form = Schemas.of("string");
        var list = form.putArray("enum");
        words.forEach(list::add);
        return form;
    }
}
