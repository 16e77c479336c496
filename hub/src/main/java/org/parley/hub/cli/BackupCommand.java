package org.parley.hub.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.JournalCheck;
import org.parley.hub.outgoing.Call;
import org.parley.hub.outgoing.Outgoing;
import org.parley.hub.store.Backup;
import org.parley.hub.store.BackupRefused;
import org.parley.kernel.id.OperationId;
import org.springframework.stereotype.Component;

/// Writes a backup, beside a running hub too. The public keys of each operation go with it, so that
/// the journal can be proved wherever it is restored.
@Component
class BackupCommand implements Command {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_POLICY = 1 << 20;

    private final Backup backup;
    private final Journal journal;
    private final JournalCheck check;
    private final RunningHub running;
    private final InstantSource clock;

    BackupCommand(
            Backup backup,
            Journal journal,
            JournalCheck check,
            RunningHub running,
            InstantSource clock) {
        this.backup = backup;
        this.journal = journal;
        this.check = check;
        this.running = running;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public Exit run(Order order, Terminal terminal) {
        var file = Path.of(order.value()).toAbsolutePath();
        var notes = new ArrayList<String>();
        for (var operation : journal.operations()) {
            var keys = keys(operation.id());
            if (keys.isEmpty()) {
                terminal.tell(Sentences.noKeys(operation.id()));
            }
            keys.forEach(key -> notes.add("key %s %s".formatted(operation.id(), key)));
        }
        try {
            long rows = backup.write(file, clock.instant(), notes);
            terminal.say(Sentences.backedUp(file, rows, journal.operations().size()));
            return Exit.DONE;
        } catch (BackupRefused refused) {
            throw new Ended(Exit.FILE_REFUSED, refused.getMessage() + ".");
        }
    }

    // The signer serves one hub only: beside a running one, its keys are asked for over HTTP.
    private List<String> keys(OperationId operation) {
        return running.address()
                .map(address -> published(address.resolve("log/" + operation + "/policy")))
                .orElseGet(() -> check.keys(operation).stream().map(Object::toString).toList());
    }

    private static List<String> published(URI policy) {
        try (var answer = Outgoing.toThisMachine().ask(Call.get(policy, PATIENCE))) {
            return answer.status() != 200
                    ? List.of()
                    : answer.text(LONGEST_POLICY)
                            .lines()
                            .filter(line -> line.startsWith("log "))
                            .map(line -> line.substring(4))
                            .toList();
        } catch (IOException away) {
            return List.of();
        }
    }
}
