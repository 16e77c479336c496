package org.parley.hub.release;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.hub.access.Readers;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.OwnStatement;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.Audience;
import org.parley.kernel.audience.Clearance;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Who may hold a statement: each organisation that could read it at some time since it was said,
/// as far as its originator may see memberships, and each that its label names. Whether somebody
/// did read it, nobody is asked.
@Component
class Holders {

    private final MembersStore members;
    private final Readers readers;
    private final ObjectProvider<Journal> journal; // which needs all kinds of statement first

    Holders(MembersStore members, Readers readers, ObjectProvider<Journal> journal) {
        this.members = members;
        this.readers = readers;
        this.journal = journal;
    }

    /// As the speaker may know now.
    Map<PartnerId, FieldClass> now(Sight sight, OwnStatement own) {
        var cut = journal.getObject().now(sight.reader().operation());
        return of(sight, cut, sight.reader().organisation(), own);
    }

    /// With the widest class that each could see, as anybody of the originator may know.
    Map<PartnerId, FieldClass> of(Cut cut, PartnerId originator, OwnStatement own) {
        var sight = journal.getObject().sight(readers.widest(cut.operation(), originator));
        return of(sight, cut, originator, own);
    }

    private Map<PartnerId, FieldClass> of(
            Sight sight, Cut cut, PartnerId originator, OwnStatement own) {
        var found = new TreeMap<PartnerId, FieldClass>();
        for (var member : members.since(sight, cut, own.index())) {
            put(found, reader(cut.operation(), member), own);
        }
        for (var entry : own.label().audience()) {
            if (entry instanceof Audience.Organisations(var named, _)) {
                named.forEach(one -> put(found, named(cut.operation(), one), own));
            }
        }
        found.remove(originator);
        return found;
    }

    private static Reader reader(OperationId operation, MembersStore.Member member) {
        boolean ofAll = member.group().equals(Release.OPERATION);
        return new Reader(
                operation,
                member.organisation(),
                ofAll,
                FieldClass.EXACT,
                ofAll ? Set.of() : Set.of(member.group()),
                Map.of(member.group(), member.backlog()));
    }

    private static Reader named(OperationId operation, PartnerId organisation) {
        return new Reader(operation, organisation, false, FieldClass.EXACT, Set.of());
    }

    private static void put(Map<PartnerId, FieldClass> found, Reader reader, OwnStatement own) {
        Clearance.ceiling(reader, own.label())
                .ifPresent(
                        upTo ->
                                found.merge(
                                        reader.organisation(),
                                        upTo,
                                        (one, other) -> one.covers(other) ? one : other));
    }
}
