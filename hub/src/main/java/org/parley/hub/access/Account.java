package org.parley.hub.access;

import java.util.List;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// An account: a post or a machine of one organisation, with a role in each operation it works in.
///
/// @param demo whether it belongs to an example and anybody at this machine may use it
public record Account(
        String id,
        PartnerId organisation,
        String name,
        boolean machine,
        boolean demo,
        List<Part> parts) {

    public Account {
        parts = List.copyOf(parts);
    }

    /// The account's part in one operation.
    ///
    /// @param ceiling the widest field class it may see, whatever a label allows
    public record Part(OperationId operation, Role role, FieldClass ceiling) {}
}
