package org.parley.hub.heard;

import java.util.Set;
import java.util.TreeSet;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// As what somebody of an organisation was served: what labels let them see then.
record Desk(PartnerId organisation, boolean member, FieldClass ceiling, Set<String> groups) {

    Desk {
        groups = Set.copyOf(groups);
    }

    static Desk of(Reader reader) {
        return new Desk(reader.organisation(), reader.member(), reader.ceiling(), reader.groups());
    }

    /// As far as somebody sees the organisation's memberships; the empty name is the operation.
    Desk within(Set<String> visible) {
        var seen = new TreeSet<>(groups);
        seen.retainAll(visible);
        return new Desk(organisation, member && visible.contains(""), ceiling, seen);
    }

    Reader reader(OperationId operation) {
        return new Reader(operation, organisation, member, ceiling, groups);
    }

    /// The groups in one text, in order; no group has a comma in its name.
    String groupText() {
        return String.join(",", new TreeSet<>(groups));
    }

    static Set<String> groups(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(","));
    }
}
