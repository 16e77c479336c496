package org.parley.hub.partners;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What an organisation that joins a group sees of what was addressed to the group before.
public enum GroupBacklog {
    /// All of it. So it is where nothing is said.
    @JsonProperty("all")
    ALL,
    /// Nothing: it sees what is addressed to the group from its joining on.
    @JsonProperty("from-joining")
    FROM_JOINING,
    /// What was addressed to the group on so many days before its joining.
    @JsonProperty("days")
    DAYS;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
