package org.parley.hub.access;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/// Acts that do harm in the wrong hands for longer than it takes to notice: whoever does one has
/// proved within the last five minutes who they are.
public enum HighValueAct {
    /// Who is a member, and so who reads.
    MEMBERSHIP("access.membership-began", "access.membership-ended"),
    /// What a group is, and who leads it.
    GROUPS("partners.group-described"),
    /// Where organisations may not be.
    FOOTPRINT("partners.footprint-rule-set"),
    /// By what an organisation is empowered.
    EMPOWERMENT("partners.role-held"),
    /// Taking many records out in one file.
    EXPORT("release.export-drawn"),
    /// Letting somebody in, and with which parts.
    ENROLMENT,
    /// Ending or restoring somebody's access.
    DISABLING,
    /// Standing for somebody who lost their keys.
    RECOVERY,
    /// Adding or revoking a key of one's own.
    KEYS,
    /// Making new recovery codes.
    CODES;

    /// How long a proof is good for.
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private final Set<String> statements;

    HighValueAct(String... statements) {
        this.statements = Set.of(statements);
    }

    /// The types of statements that are this act; none for what is done to accounts.
    public Set<String> statements() {
        return statements;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
