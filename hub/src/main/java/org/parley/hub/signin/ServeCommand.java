package org.parley.hub.signin;

import org.parley.hub.cli.Command;
import org.parley.hub.cli.Exit;
import org.parley.hub.cli.Order;
import org.parley.hub.cli.Sentences;
import org.parley.hub.cli.Terminal;
import org.springframework.stereotype.Component;

/// What a hub does when it begins to serve: one that has no people yet says how the first gets in.
@Component
class ServeCommand implements Command {

    private final Enrolments enrolments;

    ServeCommand(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public Exit run(Order order, Terminal terminal) {
        enrolments
                .firstRun()
                .ifPresent(made -> terminal.say(Sentences.firstRun(made.address(), made.endsAt())));
        return Exit.DONE;
    }
}
