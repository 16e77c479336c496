package org.parley.hub.cli;

import org.parley.hub.journal.JournalCheck;
import org.parley.hub.journal.JournalCheck.NotProved;
import org.springframework.stereotype.Component;

/// Proves the journals of a hub anew.
@Component
class VerifyCommand implements Command {

    private final JournalCheck check;
    private final ChosenOperations operations;

    VerifyCommand(JournalCheck check, ChosenOperations operations) {
        this.check = check;
        this.operations = operations;
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public Exit run(Order order, Terminal terminal) {
        var exit = Exit.DONE;
        for (var operation : operations.of(order)) {
            try {
                var keys = check.keys(operation);
                if (keys.isEmpty()) {
                    throw new Ended(Exit.NOT_PROVED, Sentences.noKeys(operation));
                }
                terminal.say(Sentences.proved(check.run(operation, keys)));
            } catch (NotProved wrong) {
                terminal.tell(wrong.sentence() + ".");
                exit = Exit.NOT_PROVED;
            }
        }
        return exit;
    }
}
