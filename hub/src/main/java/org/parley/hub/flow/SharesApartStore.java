package org.parley.hub.flow;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was said of consignments, not cut to a reader: [Summing] finds by it which consignments
/// must be counted anew for one, and takes them from the sums.
@Repository
class SharesApartStore extends ShareStore {

    SharesApartStore(@Qualifier("apart") JdbcClient apart) {
        super(apart);
    }
}
