package org.parley.hub.claims;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;

import java.util.Map;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;

/// A counting rule: which event is counted, where, what is in scope, in which unit. Two figures
/// with different rules count different things, whatever they are called.
///
/// @param event the counted event's code, such as `received` or `entered`
/// @param names what it is called, by language
/// @param where the place of the event, by language
/// @param scope what is in and out, by language
public record RuleDescribed(
        @Classed(HEADER) String rule,
        @Classed(HEADER) String event,
        @Classed(COARSE) Map<String, String> names,
        @Classed(COARSE) Map<String, String> where,
        @Classed(COARSE) Map<String, String> scope,
        @Classed(COARSE) String unit)
        implements Body {

    public RuleDescribed {
        Forms.SLUG.required("rule", rule);
        Forms.SLUG.required("event", event);
        names = Forms.names("names", names);
        where = Forms.names("where", where);
        scope = Forms.names("scope", scope);
        Forms.SLUG.required("unit", unit);
    }

    @Override
    public String subject() {
        return "rule/" + rule;
    }
}
