package org.parley.hub.claims;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;

/// Where figures come from: who publishes them, how they are gathered, what one of them counts, and
/// what is known to be wrong or missing with them.
///
/// @param rule the counting rule of its figures
/// @param limits known limits, each a sentence
public record SourceDescribed(
        @Classed(HEADER) String source,
        @Classed(COARSE) Map<String, String> names,
        @Classed(COARSE) String publisher,
        @Classed(COARSE) String method,
        @Classed(COARSE) String rule,
        @Classed(COARSE) List<String> limits,
        @Classed(COARSE) @Nullable String url,
        @Classed(COARSE) @Nullable String licence)
        implements Body {

    public SourceDescribed {
        Forms.SLUG.required("source", source);
        names = Forms.names("names", names);
        Checked.text("publisher", publisher, 300);
        Checked.text("method", method, 2_000);
        Forms.SLUG.required("rule", rule);
        limits = limits == null ? List.of() : List.copyOf(limits);
        limits.forEach(limit -> Checked.text("limits", limit, 1_000));
        Forms.WEB.optional("url", url);
        Checked.optionalText("licence", licence, 300);
    }

    @Override
    public String subject() {
        return "source/" + source;
    }
}
