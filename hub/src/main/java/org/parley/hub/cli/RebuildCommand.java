package org.parley.hub.cli;

import java.time.Duration;
import org.parley.hub.journal.Rebuild;
import org.springframework.stereotype.Component;

/// Empties the state and replays the journal.
@Component
class RebuildCommand implements Command {

    private final Rebuild rebuild;
    private final ChosenOperations operations;

    RebuildCommand(Rebuild rebuild, ChosenOperations operations) {
        this.rebuild = rebuild;
        this.operations = operations;
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public Exit run(Order order, Terminal terminal) {
        var exit = Exit.DONE;
        for (var operation : operations.of(order)) {
            long begun = System.nanoTime();
            var result = rebuild.run(operation);
            terminal.say(Sentences.rebuilt(result, Duration.ofNanos(System.nanoTime() - begun)));
            if (!result.same()) {
                exit = Exit.DIFFERENT;
            }
        }
        return exit;
    }
}
