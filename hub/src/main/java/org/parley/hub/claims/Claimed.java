package org.parley.hub.claims;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;

/// Somebody asserts something, and a partner passes it on. Saying a claim again under the same
/// name revises it; what was known before stays readable.
///
/// @param claim its name, chosen by the partner that reports it
/// @param about the matter in a few words
/// @param says what is asserted, in our own words or quoted
/// @param assertedBy who asserts it, in words; `assertedByPartner` where that is a partner
/// @param reportedBy who carried it, where that is another, for example a newspaper
/// @param saidOn when it was asserted
/// @param period the time that it is about
/// @param facts what its kind adds, for example `owed-by`, `condition`, `consequence`
public record Claimed(
        @Classed(HEADER) String claim,
        @Classed(HEADER) ClaimKind kind,
        @Classed(COARSE) String about,
        @Classed(OPERATIONAL) String says,
        @Classed(COARSE) String assertedBy,
        @Classed(COARSE) @Nullable String assertedByPartner,
        @Classed(COARSE) @Nullable String reportedBy,
        @Classed(COARSE) @Nullable String url,
        @Classed(COARSE) @Nullable SaidDate saidOn,
        @Classed(COARSE) @Nullable SaidDate period,
        @Classed(OPERATIONAL) @Nullable Figure figure,
        @Classed(OPERATIONAL) Map<String, String> facts)
        implements Body {

    private static final int MOST_FACTS = 32;

    public Claimed {
        Forms.SLUG.required("claim", claim);
        Checked.given("kind", kind);
        Checked.text("about", about, 300);
        Checked.text("says", says, 4_000);
        Checked.text("assertedBy", assertedBy, 300);
        Forms.SLUG.optional("assertedByPartner", assertedByPartner);
        Checked.optionalText("reportedBy", reportedBy, 300);
        Forms.WEB.optional("url", url);
        facts = facts == null ? Map.of() : Map.copyOf(facts);
        if (facts.size() > MOST_FACTS) {
            throw new InvalidValue(
                    "facts", "value.most-entries", "must have at most {most} entries", MOST_FACTS);
        }
        facts.forEach(
                (name, value) ->
                        Checked.text("facts." + Forms.SLUG.required("facts", name), value, 1_000));
        if (kind == ClaimKind.COUNT && figure == null) {
            throw new InvalidValue(
                    "figure", "value.count-figure", "is missing: a count must give one");
        }
    }

    @Override
    public String subject() {
        return "claim/" + claim;
    }
}
