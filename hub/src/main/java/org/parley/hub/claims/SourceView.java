package org.parley.hub.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.FieldClass;

/// A source as a reader may see it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceView(
        String source,
        String by,
        @Nullable Map<String, String> names,
        @Nullable String publisher,
        @Nullable String method,
        @Nullable String rule,
        @Nullable List<String> limits,
        @Nullable String url,
        @Nullable String licence) {

    static SourceView of(DescriptionStore.Said<SourceDescribed> said, Sight sight) {
        var body = said.body();
        return sight.shows(said.label(), FieldClass.COARSE)
                ? new SourceView(
                        body.source(),
                        said.originator(),
                        body.names(),
                        body.publisher(),
                        body.method(),
                        body.rule(),
                        body.limits(),
                        body.url(),
                        body.licence())
                : new SourceView(
                        body.source(), said.originator(), null, null, null, null, null, null, null);
    }
}
