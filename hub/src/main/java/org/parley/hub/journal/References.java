package org.parley.hub.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a statement says of other statements. References are fields like the others, salted and
/// unnamed in the log, so that a mirror does not learn who answers whom.
///
/// @param replaces statements of the same originator that this one amends. Two amendments of one
///     statement stand side by side as a fork until a third replaces both
/// @param answers the statement that this one answers, of whatever originator
public record References(List<StatementId> replaces, Optional<Target> answers) {

    public static final References NONE = new References(List.of(), Optional.empty());

    /// Field names that no component of a body can have.
    static final String REPLACES = "journal:replaces";

    static final String ANSWERS = "journal:answers";
    /// So many statements does one amend at most.
    public static final int MOST = 16;

    /// Ids belong to their originator, so a statement is named with both.
    public record Target(PartnerId originator, StatementId id) {}

    public References {
        if (replaces.stream().anyMatch(Objects::isNull)) {
            throw new InvalidValue(
                    "replaces", "value.replaces-list", "must be a list of statement ids");
        }
        replaces = replaces.stream().distinct().toList();
        if (replaces.size() > MOST) {
            throw new InvalidValue(
                    "replaces", "value.replaces-many", "names at most {most} statements", MOST);
        }
    }

    boolean isNone() {
        return replaces.isEmpty() && answers.isEmpty();
    }

    List<SaidField> fields() {
        if (isNone()) {
            return List.of();
        }
        var json = JsonNodeFactory.instance;
        var fields = new ArrayList<SaidField>();
        if (!replaces.isEmpty()) {
            var ids = json.arrayNode();
            replaces.forEach(id -> ids.add(id.toString()));
            fields.add(new SaidField(REPLACES, FieldClass.HEADER, ids));
        }
        answers.ifPresent(
                target ->
                        fields.add(
                                new SaidField(
                                        ANSWERS,
                                        FieldClass.HEADER,
                                        json.objectNode()
                                                .put("originator", target.originator().value())
                                                .put("id", target.id().toString()))));
        return fields;
    }
}
