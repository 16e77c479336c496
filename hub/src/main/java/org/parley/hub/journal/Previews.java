package org.parley.hub.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.kernel.audience.Clearance;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Reader;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Shows its author what a reader would see of a statement before it is said: decided by
/// [Clearance] and drawn by the view that readers get. Nothing is stored, and nothing is asked of
/// what the log holds, so the answer follows from the statement and the reader alone.
@Service
public class Previews {

    /// A number that no label has.
    private static final int UNSAID = Integer.MAX_VALUE;

    private final Kinds kinds;
    private final Scribe scribe;
    private final Statements statements;
    private final JsonMapper json;

    Previews(Kinds kinds, Scribe scribe, Statements statements, JsonMapper json) {
        this.kinds = kinds;
        this.scribe = scribe;
        this.statements = statements;
        this.json = json;
    }

    public <B extends Record & Body> Preview of(Submission<B> unsaid, Reader as) {
        var upTo = Clearance.ceiling(as, unsaid.label());
        var seen = upTo.map(ceiling -> seen(unsaid, as, ceiling));
        return new Preview(upTo, seen, parts(unsaid, seen));
    }

    private <B extends Record & Body> StatementView seen(
            Submission<B> unsaid, Reader as, FieldClass ceiling) {
        var prepared = scribe.prepare(kinds.of(unsaid.body()), unsaid);
        var stored =
                new EntryStore.Stored(
                        0,
                        unsaid.id().value(),
                        unsaid.actor().organisation().value(),
                        prepared.known().kind().type(),
                        prepared.known().kind().schema(),
                        unsaid.actor().assurance().code(),
                        UNSAID,
                        unsaid.claimedAt(),
                        unsaid.claimedAt(),
                        List.of(),
                        new byte[0],
                        new byte[0],
                        unsaid.body().subject(),
                        unsaid.actor().account(),
                        null,
                        null,
                        prepared.text(),
                        null,
                        prepared.exact(),
                        null);
        return statements.unsaid(stored, new Sight(as, () -> Map.of(UNSAID, ceiling)));
    }

    private <B extends Record & Body> List<Preview.Part> parts(
            Submission<B> unsaid, Optional<StatementView> seen) {
        var said = new ArrayList<>(kinds.of(unsaid.body()).form().fields(unsaid.body()));
        said.addAll(unsaid.references().fields());
        return said.stream()
                .map(
                        field ->
                                new Preview.Part(
                                        field.name().replace("journal:", ""),
                                        field.fieldClass(),
                                        seen.filter(view -> holds(view, field.name())).isPresent(),
                                        json.convertValue(field.value(), Object.class)))
                .toList();
    }

    private static boolean holds(StatementView view, String field) {
        return switch (field) {
            case References.REPLACES -> view.replaces() != null;
            case References.ANSWERS -> view.answers() != null;
            default -> view.says() != null && view.says().containsKey(field);
        };
    }
}
