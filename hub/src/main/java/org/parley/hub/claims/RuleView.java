package org.parley.hub.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.FieldClass;

/// A counting rule as a reader may see it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleView(
        String rule,
        String by,
        String event,
        @Nullable Map<String, String> names,
        @Nullable Map<String, String> where,
        @Nullable Map<String, String> scope,
        @Nullable String unit) {

    static RuleView of(DescriptionStore.Said<RuleDescribed> said, Sight sight) {
        var body = said.body();
        return sight.shows(said.label(), FieldClass.COARSE)
                ? new RuleView(
                        body.rule(),
                        said.originator(),
                        body.event(),
                        body.names(),
                        body.where(),
                        body.scope(),
                        body.unit())
                : new RuleView(
                        body.rule(), said.originator(), body.event(), null, null, null, null);
    }
}
