package org.parley.hub.journal;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A kind in its first form, addressed as is usual: see [StatementKind#of].
///
/// @param decision null where everything is accepted
/// @param together null where each effect is written by itself
record PlainKind<B extends Record & Body>(
        String type,
        Class<B> body,
        @Nullable Function<Said<B>, Verdict> decision,
        Consumer<Entry<B>> effect,
        @Nullable Consumer<List<Entry<B>>> together)
        implements StatementKind<B> {

    @Override
    public Verdict decide(Said<B> said) {
        return decision == null ? Verdict.accepted() : decision.apply(said);
    }

    @Override
    public boolean readsState() {
        return decision != null;
    }

    @Override
    public void apply(Entry<B> entry) {
        effect.accept(entry);
    }

    @Override
    public void applyAll(List<Entry<B>> entries) {
        if (together == null) {
            entries.forEach(effect);
        } else {
            together.accept(entries);
        }
    }
}
