package org.parley.hub.journal;

import java.util.List;
import java.util.Optional;
import org.parley.kernel.id.OperationId;
import org.springframework.stereotype.Service;

/// How the logs stand, for those who keep the hub running: sizes, never content.
@Service
public class LogStandings {

    private final Journal journal;
    private final Checkpoints checkpoints;

    LogStandings(Journal journal, Checkpoints checkpoints) {
        this.journal = journal;
        this.checkpoints = checkpoints;
    }

    /// How one operation's log stands on this node.
    ///
    /// @param committed statements that are stored
    /// @param published statements that the last published checkpoint covers
    /// @param readOnly why no statements are taken, where none are
    /// @param witnesses those that the deployer named
    /// @param asksForQuorum whether the operation states that some of them must have cosigned
    /// @param quorate statements that a checkpoint covers which enough of them have cosigned
    public record Standing(
            Operation operation,
            long committed,
            long published,
            Optional<HubReadOnly> readOnly,
            List<WitnessStanding> witnesses,
            boolean asksForQuorum,
            long quorate) {

        public Standing {
            witnesses = List.copyOf(witnesses);
        }

        /// Statements whose receipts are still owed.
        public long pending() {
            return Math.max(0, committed - published);
        }
    }

    public List<Standing> all() {
        return journal.operations().stream().map(this::of).toList();
    }

    private Standing of(Operation operation) {
        var id = operation.id();
        return new Standing(
                operation,
                checkpoints.committed(id),
                checkpoints.published(id),
                checkpoints.readOnly(id),
                checkpoints.witnesses(id),
                checkpoints.quorum(id).asks(),
                checkpoints.quorate(id));
    }

    public Standing of(OperationId operation) {
        return of(journal.operation(operation).orElseThrow(() -> new NoSuchOperation(operation)));
    }

    /// Whether the signer answers for an operation.
    public boolean signs(OperationId operation) {
        return !checkpoints.keys(operation).isEmpty();
    }
}
