package org.parley.hub.journal;

import java.util.function.Consumer;
import java.util.function.Function;

/// A kind in its first form, addressed as is usual: see [StatementKind#of].
record PlainKind<B extends Record & Body>(
        String type, Class<B> body, Function<Said<B>, Verdict> decision, Consumer<Entry<B>> effect)
        implements StatementKind<B> {

    @Override
    public Verdict decide(Said<B> said) {
        return decision.apply(said);
    }

    @Override
    public void apply(Entry<B> entry) {
        effect.accept(entry);
    }
}
