package org.parley.hub.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// The front door of the journal. Implemented by the engine in this package; features never see
/// more than this.
public interface Journal {

    /// Opens an operation's log; an open one is left as it is.
    void open(Operation operation);

    /// Takes up what the hub left when it stopped, in every operation, before anybody says
    /// something: whether it is read-only is known from then on, and erasures and checkpoints that
    /// are owed, also those of a restored backup, are made good.
    void resume();

    List<Operation> operations();

    Optional<Operation> operation(OperationId id);

    /// Hands a statement to its operation's writer and waits for its receipt. Virtual threads wait
    /// cheaply.
    <B extends Record & Body> Outcome submit(Submission<B> submission);

    /// The same for many, in this order: imports and example operations. All of one operation.
    List<Outcome> submitAll(List<? extends Submission<?>> submissions);

    /// Hands many to the writer, in this order, and does not wait: the answers are asked for later,
    /// once. Whoever has a great many to say prepares the next ones meanwhile. All of one
    /// operation.
    Supplier<List<Outcome>> send(List<? extends Submission<?>> submissions);

    /// Asks again for a statement's receipt.
    Optional<Outcome> find(OperationId operation, PartnerId originator, StatementId id);

    /// What is known now: the log up to its last published checkpoint.
    Cut now(OperationId operation);

    /// What was known at an instant: all statements heard until then.
    Cut asOf(OperationId operation, Instant instant);

    /// What was known when the log had `size` statements.
    Cut asOf(OperationId operation, long size);

    /// What the reader may see in their operation today.
    Sight sight(Reader reader);

    /// The same, worked out once something of it is asked for: where often nothing is.
    Sight sightWhenAsked(Reader reader);
}
