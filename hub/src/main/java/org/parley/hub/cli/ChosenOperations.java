package org.parley.hub.cli;

import java.util.List;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Operation;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.OperationId;
import org.springframework.stereotype.Component;

/// Which operations a command is about.
@Component
public class ChosenOperations {

    private final Journal journal;

    ChosenOperations(Journal journal) {
        this.journal = journal;
    }

    /// The one that was named, or all.
    List<OperationId> of(Order order) {
        var all = journal.operations().stream().map(Operation::id).toList();
        return order.flag("operation").map(name -> List.of(named(name, all))).orElse(all);
    }

    /// The one that was named, or the only one.
    public OperationId one(Order order) {
        var chosen = of(order);
        if (chosen.size() != 1) {
            throw new Ended(Exit.WRONG_USAGE, Sentences.whichOperation(chosen));
        }
        return chosen.getFirst();
    }

    private static OperationId named(String name, List<OperationId> all) {
        try {
            var id = new OperationId(name);
            if (all.contains(id)) {
                return id;
            }
        } catch (InvalidValue noId) {
            // told below like any other name that is not there
        }
        throw new Ended(
                Exit.WRONG_USAGE,
                Sentences.noSuchOperation(name, all.stream().map(OperationId::value).toList()));
    }
}
