package org.parley.hub.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.kernel.audience.FieldClass;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The kinds of statements that the hub's features understand, by type and by body.
@Component
public class Kinds {

    /// A kind with the form of its bodies.
    record Known<B extends Record & Body>(StatementKind<B> kind, BodyForm<B> form) {

        /// The body of an entry that may have been written in an older form, and of which the
        /// fields of some classes may be gone.
        B read(int schema, ObjectNode fields, Set<FieldClass> gone) {
            var upcast =
                    fields.without(List.of(References.REPLACES, References.ANSWERS, Signed.FIELD));
            for (int from = schema; from < kind.schema(); from++) {
                upcast = kind.upcast(from, upcast);
            }
            return gone.isEmpty() ? form.body(upcast) : form.body(upcast, gone);
        }
    }

    private final Map<String, Known<?>> byType = new HashMap<>();
    private final Map<Class<?>, Known<?>> byBody = new HashMap<>();

    Kinds(List<StatementKinds> features, JsonMapper json) {
        for (var feature : features) {
            feature.kinds().forEach(kind -> add(kind, json));
        }
    }

    private <B extends Record & Body> void add(StatementKind<B> kind, JsonMapper json) {
        var known = new Known<>(kind, new BodyForm<>(json, kind.body()));
        if (byType.put(kind.type(), known) != null) {
            throw new IllegalStateException("Two kinds of statement are called " + kind.type());
        }
        if (byBody.put(kind.body(), known) != null) {
            throw new IllegalStateException("Two kinds of statement have body " + kind.body());
        }
    }

    /// The kind of that name, where the hub knows it.
    public Optional<StatementKind<?>> find(String type) {
        return Optional.ofNullable(byType.get(type)).map(Known::kind);
    }

    /// The kind of that name.
    ///
    /// @throws UnknownStatementType when no feature declares it
    public StatementKind<?> require(String type) {
        return get(type).kind();
    }

    /// Whether statements of the type ask for something, plan it or set a rule; all others report
    /// what was or decide what was asked, and are never refused for how they came.
    public boolean isCommand(String type) {
        return HarmScreen.COMMANDS.contains(type);
    }

    /// All kinds, by type name.
    public List<StatementKind<?>> list() {
        return byType.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .<StatementKind<?>>map(entry -> entry.getValue().kind())
                .toList();
    }

    Known<?> get(String type) {
        var known = byType.get(type);
        if (known == null) {
            throw new UnknownStatementType(type);
        }
        return known;
    }

    @SuppressWarnings("unchecked") // byBody is filled by add, where the types agree
    <B extends Record & Body> Known<B> of(B body) {
        var known = (Known<B>) byBody.get(body.getClass());
        if (known == null) {
            throw new UnknownStatementType(body.getClass().getName());
        }
        return known;
    }
}
