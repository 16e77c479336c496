package org.parley.hub.console;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotAllowed;
import org.parley.hub.console.Shell.Head;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Operation;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.names.Names;

/// Somebody at a page of an operation: who asks, about which moment, in which language. A page
/// controller's first parameter. Taken from the session, the path's `{operation}`, `?asOf=` and the
/// reader's cookies; whoever may not enter the operation is told that the page does not exist.
public final class Visit {

    private final Asked asked;
    private final Operation operation;
    private final SignedIn who;
    private final boolean speaks;
    private final Head head;
    private final Visitor visitor;
    private final Shell.Moment moment;
    private final Supplier<Map<String, Names>> partners;

    Visit(
            Asked asked,
            Operation operation,
            SignedIn who,
            boolean speaks,
            Head head,
            Visitor visitor,
            Shell.Moment moment,
            Supplier<Map<String, Names>> partners) {
        this.asked = asked;
        this.operation = operation;
        this.who = who;
        this.speaks = speaks;
        this.head = head;
        this.visitor = visitor;
        this.moment = moment;
        this.partners = partners;
    }

    /// What every read takes: reader, sight, cut, locale.
    public Asked asked() {
        return asked;
    }

    public Reader reader() {
        return asked.reader();
    }

    public Sight sight() {
        return asked.sight();
    }

    public Cut cut() {
        return asked.cut();
    }

    public Operation operation() {
        return operation;
    }

    public OperationId id() {
        return operation.id();
    }

    public SignedIn who() {
        return who;
    }

    /// Whether the reader may say anything now: the account speaks, and the page shows the present.
    public boolean speaks() {
        return speaks && moment.live();
    }

    /// Why the reader may say nothing now.
    NotAllowed speechless() {
        return new NotAllowed(
                new Refusal(moment.live() ? "access.reads-only" : "console.in-the-past", Map.of()));
    }

    public Words words() {
        return visitor.words();
    }

    public Language language() {
        return words().language();
    }

    public Shell.Moment moment() {
        return moment;
    }

    public String say(String key, Object... facts) {
        return words().say(key, facts);
    }

    /// What surrounds a page of this operation.
    public Shell shell(Section section, String title) {
        return shell(Optional.of(section), title);
    }

    public Shell shell(Optional<Section> section, String title) {
        return new Shell(
                words(),
                visitor.theme(),
                title,
                section,
                Optional.of(head),
                visitor.operations(),
                Optional.of(
                        new Shell.Viewer(
                                words().post(who.account(), who.name()),
                                partner(who.organisation().value()),
                                visitor.oneKey())),
                moment,
                visitor.address(),
                visitor.token());
    }

    /// A path of this operation that keeps the moment which the reader is looking at.
    public String keeping(String path) {
        return moment.keptIn(head.path() + path);
    }

    /// A path of this operation, at its present: where forms go.
    public String at(String path) {
        return head.path() + path;
    }

    /// What the reader's own side calls it, else its neutral name.
    public String name(Names names) {
        return names.in(language().tag(), reader().organisation().value());
    }

    /// An organisation's name, or its id where nothing that the reader may see names it.
    public String partner(String id) {
        var names = partners.get().get(id);
        return names == null ? id : name(names);
    }

    /// The organisations that have names, by id.
    public Map<String, Names> partners() {
        return partners.get();
    }
}
