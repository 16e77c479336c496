package org.parley.hub.flow;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sums as they are kept, not cut to a reader: [Summing] takes from them what a reader sees.
@Repository
class SumsApartStore extends SumStore {

    SumsApartStore(@Qualifier("apart") JdbcClient apart) {
        super(apart);
    }
}
