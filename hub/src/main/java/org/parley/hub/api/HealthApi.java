package org.parley.hub.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.LogStandings;
import org.parley.hub.journal.LogStandings.Standing;
import org.parley.hub.journal.WitnessStanding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the hub works, for whoever watches over it: open to anybody, so it tells states and log
/// sizes, which the logs' own checkpoints tell as well, and nothing of what is in them.
@RestController
@RequestMapping("/health")
class HealthApi {

    private static final Logger LOG = LoggerFactory.getLogger(HealthApi.class);

    /// From best to worst.
    enum State {
        /// Takes statements and gives receipts.
        UP,
        /// Works in part: receipts come later, or an operation is read-only.
        DEGRADED,
        /// Answers nothing: the store is away.
        DOWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param size statements that the last published checkpoint covers
    /// @param pending statements that are stored and wait for their receipt
    /// @param signer `up` or `away`
    /// @param quorum `none asked for`, `met`, or `behind` while the newest statements lack it
    record LogHealth(
            String state,
            long size,
            long pending,
            String signer,
            boolean readOnly,
            String quorum,
            List<WitnessHealth> witnesses) {}

    /// A witness that lags delays cosignatures alone, so it does not change the log's state.
    ///
    /// @param state `new`, `cosigned`, `away`, `refused`, `conflict` or `wrong`
    /// @param size statements that it has cosigned
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WitnessHealth(
            String name, String state, long size, long behind, @Nullable Instant lastSeen) {}

    /// @param state `up`, `degraded` or `down`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HealthView(
            String state, @Nullable String store, @Nullable Map<String, LogHealth> logs) {}

    private final LogStandings standings;

    HealthApi(LogStandings standings) {
        this.standings = standings;
    }

    /// Everything at once.
    @GetMapping
    ResponseEntity<HealthView> health() {
        try {
            var logs = new TreeMap<String, LogHealth>();
            for (var standing : standings.all()) {
                logs.put(standing.operation().id().value(), log(standing));
            }
            boolean well = logs.values().stream().allMatch(log -> log.state().equals("up"));
            return answer(well ? State.UP : State.DEGRADED, "up", logs);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The store does not answer", away);
            return answer(State.DOWN, "down", null);
        }
    }

    private LogHealth log(Standing standing) {
        boolean signs = standings.signs(standing.operation().id());
        boolean readOnly = standing.readOnly().isPresent();
        return new LogHealth(
                signs && !readOnly ? State.UP.word() : State.DEGRADED.word(),
                standing.published(),
                standing.pending(),
                signs ? "up" : "away",
                readOnly,
                quorum(standing),
                standing.witnesses().stream().map(HealthApi::witness).toList());
    }

    private static String quorum(Standing standing) {
        if (!standing.asksForQuorum()) {
            return "none asked for";
        }
        return standing.quorate() >= standing.published() ? "met" : "behind";
    }

    private static WitnessHealth witness(WitnessStanding witness) {
        return new WitnessHealth(
                witness.name(),
                witness.state().name().toLowerCase(Locale.ROOT),
                witness.size(),
                witness.behind(),
                witness.lastSeen());
    }

    private static ResponseEntity<HealthView> answer(
            State state, String store, @Nullable Map<String, LogHealth> logs) {
        return ResponseEntity.status(
                        state == State.DOWN ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .cacheControl(CacheControl.noStore())
                .body(new HealthView(state.word(), store, logs));
    }

    /// The process runs; restart it where this does not answer.
    @GetMapping("/live")
    ResponseEntity<HealthView> live() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new HealthView(State.UP.word(), null, null));
    }

    /// Requests can be sent here: the store answers. A hub whose signer is away still takes
    /// statements.
    @GetMapping("/ready")
    ResponseEntity<HealthView> ready() {
        return health();
    }
}
