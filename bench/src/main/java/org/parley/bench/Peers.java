package org.parley.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What Parley is measured beside, in the same server over the same database: a plain durable
/// insert without any journal, and rows chained by their hashes, each written under a lock. And an
/// answer without any work behind it, which is what HTTP, the server and the driver cost by
/// themselves.
@RestController
class Peers {

    static final String PLAIN_AT = "/bench/plain";
    static final String CHAINED_AT = "/bench/chained";

    /// Behind all the filters that a statement comes through.
    static final String NOTHING_AT = "/api/v1/bench/nothing";

    /// As long as the answer with a receipt is.
    private static final String ANSWER = "x".repeat(4_900);

    private static final String PLAIN = "INSERT INTO access.bench_plain (record) VALUES (:record)";
    private static final String LAST = "SELECT hash FROM access.bench_head FOR UPDATE";
    private static final String CHAINED =
            "INSERT INTO access.bench_chained (record, hash) VALUES (:record, :hash)";
    private static final String MOVE = "UPDATE access.bench_head SET hash = :hash";

    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    Peers(JdbcClient sql, @Qualifier("writer") TransactionTemplate transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @PostMapping(PLAIN_AT)
    ResponseEntity<Map<String, String>> plain(@RequestBody String record) {
        transactions.executeWithoutResult(_ -> sql.sql(PLAIN).param("record", record).update());
        return stored();
    }

    @PostMapping(NOTHING_AT)
    ResponseEntity<Map<String, String>> nothing(@RequestBody byte[] statement) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Map.of("status", "nothing", "of", ANSWER));
    }

    @PostMapping(CHAINED_AT)
    ResponseEntity<Map<String, String>> chained(@RequestBody String record) {
        transactions.executeWithoutResult(
                _ -> {
                    var last = sql.sql(LAST).query((row, _) -> row.getBytes(1)).single();
                    var hash = hash(last, record);
                    sql.sql(CHAINED).param("record", record).param("hash", hash).update();
                    sql.sql(MOVE).param("hash", hash).update();
                });
        return stored();
    }

    private static ResponseEntity<Map<String, String>> stored() {
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("status", "stored"));
    }

    private static byte[] hash(byte[] last, String record) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(last);
            return digest.digest(record.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
