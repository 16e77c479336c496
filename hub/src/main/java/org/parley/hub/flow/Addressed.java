package org.parley.hub.flow;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.parley.kernel.audience.Audience;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;

/// To whom a consignment's request is addressed, as far as deciding on later statements needs it.
///
/// @param all the whole operation
/// @param groups whether a group is addressed
record Addressed(boolean all, boolean groups, Set<PartnerId> organisations) {

    Addressed {
        organisations = Collections.unmodifiableSet(new TreeSet<>(organisations));
    }

    static Addressed of(Label label) {
        boolean all = false;
        boolean groups = false;
        var organisations = new TreeSet<PartnerId>();
        organisations.add(label.originator());
        for (var entry : label.audience()) {
            switch (entry) {
                case Audience.Operation _, Audience.Public _ -> all = true;
                case Audience.Group _ -> groups = true;
                case Audience.Organisations named -> organisations.addAll(named.organisations());
                case Audience.Private _ -> {}
            }
        }
        return new Addressed(all, groups, organisations);
    }

    /// Whether it may exist for the organisation. Members of groups are not known here, so that an
    /// addressed group counts.
    boolean mayExistFor(PartnerId organisation) {
        return all || groups || organisations.contains(organisation);
    }
}
