package org.parley.hub.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.parley.hub.api.Wording;
import org.parley.hub.cli.ChosenOperations;
import org.parley.hub.cli.Command;
import org.parley.hub.cli.Ended;
import org.parley.hub.cli.Exit;
import org.parley.hub.cli.Order;
import org.parley.hub.cli.RunningHub;
import org.parley.hub.cli.Spoken;
import org.parley.hub.cli.Terminal;
import org.parley.hub.exchange.tabular.Unreadable;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Refusal;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Component;

/// Takes a file into a register from the command line. Where a hub runs on the data folder it is
/// the one that imports, for it has the operation's writer.
@Component
class ImportCommand implements Command {

    static final String DESK = "record-desk";
    private static final String ACCOUNT = "command-line";

    private final Importer importer;
    private final ImportBesideHub beside;
    private final RunningHub running;
    private final ChosenOperations operations;
    private final Wording wording;
    private final WordedProblems worded;
    private final Locale language = Spoken.here();

    ImportCommand(
            Importer importer,
            ImportBesideHub beside,
            RunningHub running,
            ChosenOperations operations,
            Wording wording,
            WordedProblems worded) {
        this.importer = importer;
        this.beside = beside;
        this.running = running;
        this.operations = operations;
        this.wording = wording;
        this.worded = worded;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Exit run(Order order, Terminal terminal) {
        var file = Path.of(order.value()).toAbsolutePath();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Ended(Exit.FILE_REFUSED, "There is no file %s to read.".formatted(file));
        }
        try {
            var request = request(order, operations.one(order), file);
            var hub = running.address();
            var report =
                    hub.isPresent()
                            ? beside.run(hub.get(), request, told(terminal))
                            : importer.run(request, told(terminal));
            if (hub.isEmpty()) {
                worded.word(language, request.problems());
            }
            terminal.say(new ReportText(wording, language, report, request.problems()).text());
            return Exit.DONE;
        } catch (InvalidValue wrong) {
            throw new Ended(
                    Exit.WRONG_USAGE, wrong.field() + ": " + wording.of(language, wrong) + ".");
        } catch (Unreadable refused) {
            throw refused(refused.why());
        } catch (ImportRefused refused) {
            throw refused(refused.why());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private Ended refused(Refusal why) {
        return new Ended(
                Exit.FILE_REFUSED,
                wording.find(language, "refusal." + why.code(), why.facts())
                        .orElse(why.code() + " " + why.facts()));
    }

    private static ImportRequest request(Order order, OperationId operation, Path file) {
        var as = order.flag("as").orElseThrow();
        var mapping =
                Mappings.find(as)
                        .orElseThrow(
                                () ->
                                        new Ended(
                                                Exit.WRONG_USAGE,
                                                "There is no mapping '%s'; there are %s."
                                                        .formatted(
                                                                as,
                                                                String.join(
                                                                        ", ", Mappings.NAMES))));
        var by = new PartnerId(order.flag("by").orElse(DESK));
        return new ImportRequest(
                operation,
                Actor.signedIn(by, ACCOUNT),
                file,
                String.valueOf(file.getFileName()),
                mapping,
                order.flag("vintage").map(ImportCommand::date),
                Optional.empty(),
                order.has("whole")
                        ? Completeness.WHOLE
                        : order.has("part") ? Completeness.PART : Completeness.UNSTATED,
                order.has("dry-run"),
                order.flag("problems")
                        .map(Path::of)
                        .orElse(file.resolveSibling(file.getFileName() + ".problems.csv"))
                        .toAbsolutePath());
    }

    private static LocalDate date(String text) {
        return ImportsApi.date(text);
    }

    private static Consumer<Progress> told(Terminal terminal) {
        var last = new int[] {-1};
        return progress -> {
            int tenth = (int) (progress.done() * 10);
            if (tenth > last[0]) {
                last[0] = tenth;
                terminal.tell("%3d %%, %,d rows".formatted(tenth * 10, progress.rows()));
            }
        };
    }
}
