package org.parley.hub.retention;

import static org.parley.kernel.audience.FieldClass.HEADER;

import java.time.LocalDate;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;

/// The agreement that the operation carries out has ended: from then on the days count after which
/// headers and coarse fields are destroyed too. Said again, the later one holds.
///
/// @param on the last day of the agreement
public record AgreementEnded(@Classed(HEADER) LocalDate on) implements Body {

    public AgreementEnded {
        Checked.given("on", on);
    }

    @Override
    public String subject() {
        return "retention/record";
    }
}
