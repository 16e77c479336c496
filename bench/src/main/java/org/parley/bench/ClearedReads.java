package org.parley.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.parley.hub.access.Readers;
import org.parley.hub.access.SignedIn;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Sight;
import org.parley.hub.journal.StatementFilter;
import org.parley.hub.journal.StatementView;
import org.parley.hub.journal.Statements;
import org.parley.hub.store.Behalf;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The same statements read in two ways: as the hub reads for somebody, who is worked out for each
/// question and again by the database for each row; and by the hub's own role, for a reader worked
/// out once.
@RestController
@RequestMapping("/bench/statements")
class ClearedReads {

    private final Statements statements;
    private final Journal journal;
    private final Readers readers;
    private final TransactionTemplate keeping;
    private final AtomicReference<@Nullable Sight> kept = new AtomicReference<>();

    ClearedReads(
            Statements statements,
            Journal journal,
            Readers readers,
            @Qualifier("keeping") TransactionTemplate keeping) {
        this.statements = statements;
        this.journal = journal;
        this.readers = readers;
        this.keeping = keeping;
    }

    @GetMapping("/cleared")
    List<StatementView> cleared(Authentication who, @RequestParam int limit) {
        Behalf.in(BenchHub.OPERATION.value());
        return list(sight(who), limit);
    }

    /// The transaction, which is there for the role alone, costs this one a trip more.
    @GetMapping("/open")
    List<StatementView> open(Authentication who, @RequestParam int limit) {
        var before = kept.get();
        var sight = before == null ? sight(who) : before;
        kept.set(sight);
        return keeping.execute(_ -> list(sight, limit));
    }

    private Sight sight(Authentication who) {
        if (!(who.getPrincipal() instanceof SignedIn account)) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return journal.sight(readers.reader(account, BenchHub.OPERATION).orElseThrow());
    }

    private List<StatementView> list(Sight sight, int limit) {
        return statements.list(
                sight, journal.now(BenchHub.OPERATION), StatementFilter.ALL, null, limit);
    }
}
