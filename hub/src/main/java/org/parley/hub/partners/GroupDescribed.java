package org.parley.hub.partners;

import static org.parley.kernel.audience.FieldClass.HEADER;

import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.names.Names;

/// A working group and who leads it. Its members are said by `access.membership-began`.
public record GroupDescribed(
        @Classed(HEADER) String group,
        @Classed(HEADER) Names names,
        @Classed(HEADER) PartnerId lead)
        implements Body {

    @Override
    public String subject() {
        return "group/" + group;
    }
}
