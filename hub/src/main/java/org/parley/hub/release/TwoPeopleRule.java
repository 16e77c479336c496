package org.parley.hub.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Why an act wants two people (trust.md 2.2).
public enum TwoPeopleRule {
    /// An organisation is let into a group.
    @JsonProperty("group-member")
    GROUP_MEMBER,
    /// Something sensitive is shown to more.
    @JsonProperty("widening")
    WIDENING,
    /// More than a hundred records leave in one file.
    @JsonProperty("export")
    EXPORT,
    /// Something is kept longer than before, or the agreement is said to have ended.
    @JsonProperty("retention")
    RETENTION,
    /// Texts that look like personal data are released or struck (trust.md 5.2).
    @JsonProperty("held-text")
    HELD_TEXT;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
