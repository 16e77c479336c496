package org.parley.hub.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.JournalCheck;
import org.parley.hub.store.EarlyDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// One start of the hub for one command.
final class Launch {

    private final Class<?> application;
    private final Order order;
    private final Syntax syntax;
    private final Terminal terminal;

    Launch(Class<?> application, Order order, Terminal terminal) {
        this.application = application;
        this.order = order;
        this.syntax = Syntax.of(order.command()).orElseThrow();
        this.terminal = terminal;
    }

    /// A context without a port is closed with its command; one with a port lives on, unless it is
    /// the rehearsal in which a build finds out which classes a start needs.
    Exit run() {
        var context = context();
        if (syntax.web() == Syntax.Web.CLOSED) {
            try (context) {
                return command(context).orElseThrow().run(order, terminal);
            }
        }
        command(context).ifPresent(first -> first.run(order, terminal));
        tellReadOnly(context);
        RunningHub.answersAt(data(), address(context));
        terminal.say(Sentences.ready(address(context), data()));
        context.getBean(Journal.class).resume();
        if (Boolean.getBoolean("parley.rehearsal")) {
            context.close();
        }
        return Exit.DONE;
    }

    private ConfigurableApplicationContext context() {
        var early = new EarlyDatabase();
        try {
            return new SpringApplicationBuilder(application)
                    .initializers(early)
                    .run(
                            settings().entrySet().stream()
                                    .map(one -> "--%s=%s".formatted(one.getKey(), one.getValue()))
                                    .toArray(String[]::new));
        } catch (RuntimeException stopped) {
            early.close();
            throw stopped;
        }
    }

    // Told at the start too, and not only to the first who wants to say something.
    private void tellReadOnly(ConfigurableApplicationContext context) {
        var check = context.getBean(JournalCheck.class);
        for (var operation : context.getBean(Journal.class).operations()) {
            long signed = check.signed(operation.id());
            long stored = check.stored(operation.id());
            if (signed > stored) {
                terminal.tell(Sentences.readOnly(operation.id(), stored, signed));
            }
        }
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("parley.data", data().toString());
        if (syntax.web() == Syntax.Web.CLOSED) {
            settings.put("server.port", "-1");
            settings.put("spring.main.lazy-initialization", "true");
            if (syntax.worksBeside() && RunningHub.runsOn(data())) {
                settings.put("parley.attach", "true");
            }
        }
        for (var flag : syntax.flags()) {
            if (flag.property() != null && order.has(flag.name())) {
                order.flag(flag.name()).ifPresent(value -> settings.put(flag.property(), value));
            }
        }
        return settings;
    }

    private Path data() {
        return Path.of(
                        order.flag("data")
                                .or(() -> Optional.ofNullable(System.getenv("PARLEY_DATA")))
                                .orElse("data"))
                .toAbsolutePath()
                .normalize();
    }

    private Optional<Command> command(ConfigurableApplicationContext context) {
        return context.getBeansOfType(Command.class).values().stream()
                .filter(one -> one.name().equals(order.command()))
                .findFirst();
    }

    private static String address(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        return "http://%s:%s/"
                .formatted(
                        environment.getProperty("server.address", "127.0.0.1"),
                        environment.getProperty("local.server.port", "?"));
    }
}
