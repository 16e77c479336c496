package org.parley.hub.release;

import static org.parley.kernel.audience.FieldClass.EXACT;
import static org.parley.kernel.audience.FieldClass.HEADER;

import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.StatementId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One person's act that waits until a second one of the same organisation agrees. It changes
/// nothing by itself: who agrees says the act.
///
/// @param act the id that the act will have
/// @param type the act's type of statement
/// @param statement the act as it will be said, JSON
public record ActProposed(
        @Classed(HEADER) StatementId act,
        @Classed(HEADER) String type,
        @Classed(HEADER) TwoPeopleRule rule,
        @Classed(EXACT) String statement)
        implements Body {

    private static final JsonMapper JSON = JsonMapper.shared();

    public ActProposed {
        var said = read(statement);
        if (!said.path("id").asString("").equals(act.toString())
                || !said.path("type").asString("").equals(type)) {
            throw new InvalidValue(
                    "statement", "value.proposal", "must be the act, with its id and type");
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException noJson) {
            throw new InvalidValue(
                    "statement", "value.proposal", "must be the act, with its id and type");
        }
    }

    /// The act as it was sent.
    JsonNode said() {
        return read(statement);
    }

    @Override
    public String subject() {
        return "statement/" + act;
    }
}
