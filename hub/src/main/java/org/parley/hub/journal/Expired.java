package org.parley.hub.journal;

import static org.parley.kernel.audience.FieldClass.HEADER;

import java.util.List;
import java.util.Set;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.TextForm;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// The hub destroys what was said in fields of one class, since the time that the operation states
/// for them is over. Said by the hub itself; the rest of these statements stays.
///
/// @param rule the stable code of the rule by which their time is over
/// @param fieldClass `F3`, `F2`, or `F0` for all that was said
/// @param days how long the rule keeps them
public record Expired(
        @Classed(HEADER) String rule,
        @Classed(HEADER) String fieldClass,
        @Classed(HEADER) int days,
        @Classed(HEADER) List<Named> statements)
        implements Body {

    /// Statements that one tombstone names at most.
    public static final int MOST = 200;

    private static final Set<String> CLASSES = Set.of("F0", "F2", "F3");

    /// A statement by its originator and id.
    public record Named(PartnerId originator, StatementId statement) {}

    public Expired {
        TextForm.SLUG.required("rule", rule);
        if (!CLASSES.contains(fieldClass)) {
            throw new InvalidValue(
                    "fieldClass",
                    "value.one-of",
                    "must be one of {known}, was '{was}'",
                    "F0, F2, F3",
                    fieldClass);
        }
        statements = Checked.some("statements", statements, MOST);
    }

    @Override
    public String subject() {
        return "retention/" + rule;
    }
}
