package org.parley.hub.journal;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The whole log, for proofs, replays and the hub's own answers to those who said something.
@Repository("allEntries")
class WholeLogStore extends EntryStore {

    WholeLogStore(@Qualifier("keeper") JdbcClient keeper) {
        super(keeper);
    }
}
