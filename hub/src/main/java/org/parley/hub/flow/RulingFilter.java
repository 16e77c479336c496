package org.parley.hub.flow;

import org.jspecify.annotations.Nullable;
import org.parley.kernel.id.PartnerId;

/// Which rulings somebody wants to see. What is absent does not narrow.
public record RulingFilter(
        @Nullable PartnerId authority, @Nullable RulingOutcome outcome, @Nullable String category) {

    public static final RulingFilter ALL = new RulingFilter(null, null, null);
}
