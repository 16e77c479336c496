package org.parley.hub.examples;

import java.util.Comparator;
import java.util.List;
import org.parley.hub.access.SignIns;
import org.parley.hub.cli.Command;
import org.parley.hub.cli.Exit;
import org.parley.hub.cli.Order;
import org.parley.hub.cli.Terminal;
import org.parley.hub.journal.Journal;
import org.springframework.stereotype.Component;

/// Loads the example operations, lets them live, and says who can sign in.
@Component
class Demo implements Command {

    private final List<ExampleOperation> operations;
    private final Journal journal;
    private final SignIns signIns;

    Demo(List<ExampleOperation> operations, Journal journal, SignIns signIns) {
        this.operations =
                operations.stream().sorted(Comparator.comparing(one -> one.id().value())).toList();
        this.journal = journal;
        this.signIns = signIns;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public Exit run(Order order, Terminal terminal) {
        var chosen =
                operations.stream()
                        .filter(
                                one ->
                                        order.flag("only")
                                                .map(one.id().value()::equals)
                                                .orElse(true))
                        .toList();
        for (var operation : chosen) {
            terminal.tell("Loading the example operation %s".formatted(operation.id()));
            operation.load();
            journal.submitAll(operation.memberships());
            operation.accounts().forEach(signIns::enrol);
        }
        chosen.forEach(ExampleOperation::start);
        terminal.say("Sign in from this machine, without a password, as one of");
        for (var account : signIns.demoAccounts()) {
            terminal.say(
                    "  %-28s %s, for %s"
                            .formatted(account.id(), account.name(), account.organisation()));
        }
        return Exit.DONE;
    }
}
