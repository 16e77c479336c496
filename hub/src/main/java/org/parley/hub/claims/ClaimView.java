package org.parley.hub.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.FieldClass;

/// A claim as a reader may see it. Its content is ungraded: no view of this module says whether it
/// is so.
///
/// @param by the partner that reports it to the hub
/// @param index the statement that said it, in the operation's log
/// @param revised whether it had been said before in other words
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimView(
        String claim,
        String by,
        ClaimKind kind,
        long index,
        Instant heardAt,
        List<String> marks,
        boolean revised,
        String content,
        @Nullable String about,
        @Nullable String says,
        @Nullable String assertedBy,
        @Nullable String assertedByPartner,
        @Nullable String reportedBy,
        @Nullable String url,
        @Nullable SaidDate saidOn,
        @Nullable SaidDate period,
        @Nullable Figure figure,
        @Nullable Map<String, String> facts) {

    static ClaimView of(ClaimStore.Said said, Sight sight) {
        var body = said.body();
        boolean coarse = sight.shows(said.label(), FieldClass.COARSE);
        boolean operational = sight.shows(said.label(), FieldClass.OPERATIONAL);
        return new ClaimView(
                body.claim(),
                said.originator(),
                body.kind(),
                said.index(),
                said.heardAt(),
                said.marks(),
                said.revised(),
                "ungraded",
                coarse ? body.about() : null,
                operational ? body.says() : null,
                coarse ? body.assertedBy() : null,
                coarse ? body.assertedByPartner() : null,
                coarse ? body.reportedBy() : null,
                coarse ? body.url() : null,
                coarse ? body.saidOn() : null,
                coarse ? body.period() : null,
                operational ? body.figure() : null,
                operational ? body.facts() : null);
    }
}
