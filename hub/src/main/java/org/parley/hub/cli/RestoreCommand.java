package org.parley.hub.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.parley.hub.journal.Erasure;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.JournalCheck;
import org.parley.hub.journal.JournalCheck.NotProved;
import org.parley.hub.journal.Rebuild;
import org.parley.hub.store.BackupRefused;
import org.parley.hub.store.Restore;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.VerifierKey;
import org.springframework.stereotype.Component;

/// Brings a backup into an empty hub: its rows, the proof of its journal, and the state that
/// follows from it, in one transaction; then the erasures that the journal in it still owes.
@Component
class RestoreCommand implements Command {

    private final Restore restore;
    private final Journal journal;
    private final JournalCheck check;
    private final Rebuild rebuild;
    private final Erasure erasure;

    RestoreCommand(
            Restore restore,
            Journal journal,
            JournalCheck check,
            Rebuild rebuild,
            Erasure erasure) {
        this.restore = restore;
        this.journal = journal;
        this.check = check;
        this.rebuild = rebuild;
        this.erasure = erasure;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public Exit run(Order order, Terminal terminal) {
        var file = Path.of(order.value()).toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new Ended(Exit.FILE_REFUSED, Sentences.noFile(file));
        }
        try {
            restore.run(file, notes -> prove(notes, terminal));
        } catch (BackupRefused refused) {
            throw new Ended(Exit.FILE_REFUSED, refused.getMessage() + ".");
        } catch (NotProved wrong) {
            throw new Ended(Exit.NOT_PROVED, Sentences.notRestored(wrong.sentence()));
        }
        erase(terminal);
        compareWithSigner(terminal);
        return Exit.DONE;
    }

    private void prove(List<String> notes, Terminal terminal) {
        for (var operation : journal.operations()) {
            var keys = keys(notes, operation.id());
            var proved = check.run(operation.id(), keys);
            check.retire(operation.id(), keys);
            rebuild.run(operation.id());
            terminal.say(Sentences.proved(proved));
        }
    }

    /// What was said to be erased and was still there when the backup was written goes before the
    /// hub is started. Should this be cut off, its start makes it good.
    private void erase(Terminal terminal) {
        for (var operation : journal.operations()) {
            int gone = erasure.catchUp(operation.id());
            if (gone > 0) {
                terminal.say(Sentences.erasedAnew(operation.id(), gone));
            }
        }
    }

    private static List<VerifierKey> keys(List<String> notes, OperationId operation) {
        var start = "key " + operation + " ";
        return notes.stream()
                .filter(note -> note.startsWith(start))
                .map(note -> VerifierKey.parse(note.substring(start.length())))
                .toList();
    }

    private void compareWithSigner(Terminal terminal) {
        for (var operation : journal.operations()) {
            long signed = check.signed(operation.id());
            long stored = check.stored(operation.id());
            if (signed == 0) {
                terminal.tell(Sentences.otherSigner(operation.id()));
            } else if (signed > stored) {
                terminal.tell(Sentences.olderThanSigner(operation.id(), stored, signed));
            }
        }
    }
}
