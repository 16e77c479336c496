package org.parley.hub.journal;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;
import tools.jackson.databind.node.ObjectNode;

/// A kind of statement that a feature understands: how it is decided and what it changes. A feature
/// lists its kinds in its [StatementKinds].
public interface StatementKind<B extends Record & Body> {

    /// A kind that is neither refused nor marked.
    ///
    /// @param apply see [#apply]
    static <B extends Record & Body> StatementKind<B> of(
            String type, Class<B> body, Consumer<Entry<B>> apply) {
        return new PlainKind<>(type, body, null, apply, null);
    }

    /// The same for a kind whose effects are cheaper to write together.
    ///
    /// @param applyAll see [#applyAll]
    static <B extends Record & Body> StatementKind<B> together(
            String type, Class<B> body, Consumer<List<Entry<B>>> applyAll) {
        return new PlainKind<>(
                type, body, null, entry -> applyAll.accept(List.of(entry)), applyAll);
    }

    /// @param decide see [#decide]
    /// @param apply see [#apply]
    static <B extends Record & Body> StatementKind<B> of(
            String type,
            Class<B> body,
            Function<Said<B>, Verdict> decide,
            Consumer<Entry<B>> apply) {
        return new PlainKind<>(type, body, decide, apply, null);
    }

    /// The stable name, `feature.what-was-said`, for example `flow.consignment-requested`.
    String type();

    /// The version of the body's form that is written today; 1 at first.
    default int schema() {
        return 1;
    }

    Class<B> body();

    /// To whom it is addressed when its author does not say.
    default Label usualLabel(PartnerId originator, B body) {
        return Label.operation(originator, FieldClass.OPERATIONAL);
    }

    /// The same where it depends on what the speaker sees in the operation already, such as who
    /// asked for what a report is about. What they do not see changes nothing: a label is shown to
    /// its originator.
    default Label usualLabel(Sight sight, B body) {
        return usualLabel(sight.reader().organisation(), body);
    }

    /// Decides on what was said, from the state as it stands at this point of the log. Commands may
    /// be refused; a report of fact is accepted, marked where it does not fit. Runs on the
    /// operation's one writer, so nothing changes between this and [#apply].
    default Verdict decide(Said<B> said) {
        return Verdict.accepted();
    }

    /// Whether [#decide] looks at the state. Where it does, the effects of all that was said before
    /// are written first.
    default boolean readsState() {
        return true;
    }

    /// Writes the versions of state that follow from the entry, as known from its index. Must be a
    /// function of the entry and of the state before it alone: a rebuild calls it again. They may
    /// be held back in memory until the transaction is flushed (Spring's transaction
    /// synchronization), which it is after each batch.
    void apply(Entry<B> entry);

    /// The same for several entries, in the log's order, with no effect of another kind between
    /// them. Leaves the same rows as applying them one by one, in fewer trips to the database.
    default void applyAll(List<Entry<B>> entries) {
        entries.forEach(this::apply);
    }

    /// Brings a body of an older form to the form after it. Called once for each version in
    /// between.
    default ObjectNode upcast(int fromSchema, ObjectNode body) {
        throw new IllegalStateException(
                "%s has no upcaster from schema %d".formatted(type(), fromSchema));
    }
}
