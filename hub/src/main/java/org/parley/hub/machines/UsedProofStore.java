package org.parley.hub.machines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Which assertions and proofs were used, so that none is good twice, at whichever node it comes
/// in. Kept until each would have ended anyway.
@Repository
class UsedProofStore {

    private static final String USE =
            """
            INSERT INTO access.used_proof (digest, ends_at) VALUES (:digest, :endsAt)
            ON CONFLICT DO NOTHING
            """;

    private static final String FORGET = "DELETE FROM access.used_proof WHERE ends_at < :now";

    private static final Duration CLEANING = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.EPOCH);

    UsedProofStore(
            @Qualifier("keeper") JdbcClient sql,
            @Qualifier("writer") TransactionTemplate transactions,
            InstantSource clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param what tells the proof from all others: whose it is, and its `jti`
    /// @param endsAt from when on its own time refuses it
    /// @return whether it was not used before
    boolean use(String what, Instant endsAt) {
        return Boolean.TRUE.equals(
                transactions.execute(
                        _ -> {
                            forget();
                            return sql.sql(USE)
                                            .param("digest", sha256(what))
                                            .param("endsAt", endsAt.atOffset(UTC))
                                            .update()
                                    == 1;
                        }));
    }

    private void forget() {
        var now = clock.instant();
        var last = cleaned.get();
        if (last.plus(CLEANING).isBefore(now) && cleaned.compareAndSet(last, now)) {
            sql.sql(FORGET).param("now", now.atOffset(UTC)).update();
        }
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
