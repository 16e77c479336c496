package org.parley.hub.access;

import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.PartnerId;

/// An organisation becomes a member of the operation, or of a group in it.
///
/// @param group the group; null for the operation itself
public record MembershipBegan(
        @Classed(FieldClass.HEADER) PartnerId organisation,
        @Classed(FieldClass.HEADER) @Nullable String group)
        implements Body {

    @Override
    public String subject() {
        return "partner/" + organisation;
    }
}
