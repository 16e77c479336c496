package org.parley.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {

    private final Kept<String, String> kept = new Kept<>();
    private final AtomicInteger asked = new AtomicInteger();

    private Optional<String> ask(String answer) {
        return kept.get(
                "who",
                () -> {
                    asked.incrementAndGet();
                    return Optional.of(answer);
                });
    }

    @Test
    void asksOnceUntilSomethingChanges() {
        assertThat(ask("one")).contains("one");
        assertThat(ask("two")).contains("one");

        kept.forget();

        assertThat(ask("three")).contains("three");
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatChangesWhileItIsAskedForIsNotKept() {
        var stale =
                kept.get(
                        "who",
                        () -> {
                            kept.forget(); // the change comes after the database has answered
                            return Optional.of("stale");
                        });

        assertThat(stale).contains("stale");
        assertThat(ask("fresh")).contains("fresh");
    }

    @Test
    void whoIsUnknownIsAskedForAgain() {
        assertThat(kept.get("stranger", Optional::empty)).isEmpty();
        assertThat(kept.get("stranger", () -> Optional.of("known"))).contains("known");
    }
}
