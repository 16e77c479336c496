package org.parley.hub.api;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.hub.access.Origins;
import org.parley.hub.access.Readers;
import org.parley.hub.access.Role;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.LogStandings;
import org.parley.kernel.id.OperationId;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Counts for those who keep the hub running, in Prometheus' text form: durations, sizes, memory;
/// nothing of what anybody said. Open to operators, and to a collector on this machine that comes
/// directly, not through a proxy, which would make everybody look local.
@RestController
class MetricsApi {

    private static final MediaType PROMETHEUS =
            MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

    private final PrometheusMeterRegistry registry;
    private final LogStandings standings;
    private final Journal journal;
    private final Requests requests;
    private final Readers readers;
    private final Set<OperationId> gauged = ConcurrentHashMap.newKeySet();

    MetricsApi(
            PrometheusMeterRegistry registry,
            LogStandings standings,
            Journal journal,
            Requests requests,
            Readers readers) {
        this.registry = registry;
        this.standings = standings;
        this.journal = journal;
        this.requests = requests;
        this.readers = readers;
    }

    @GetMapping("/metrics")
    ResponseEntity<String> metrics(HttpServletRequest request) {
        if (!isOperator() && !Origins.isHere(request)) {
            throw new NotFound();
        }
        journal.operations().forEach(operation -> gauge(operation.id()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(PROMETHEUS)
                .body(registry.scrape());
    }

    private boolean isOperator() {
        return requests.signedIn()
                .map(
                        who ->
                                who.duties().operator()
                                        || journal.operations().stream()
                                                .anyMatch(
                                                        operation ->
                                                                readers.part(who, operation.id())
                                                                        .map(part -> part.role())
                                                                        .filter(
                                                                                Role.OPERATOR
                                                                                        ::equals)
                                                                        .isPresent()))
                .orElse(false);
    }

    private void gauge(OperationId operation) {
        if (gauged.add(operation)) {
            add(registry, operation);
        }
    }

    private void add(MeterRegistry registry, OperationId operation) {
        Gauge.builder("parley.log.size", () -> standings.of(operation).published())
                .description("Statements that the last published checkpoint covers")
                .tag("operation", operation.value())
                .register(registry);
        Gauge.builder("parley.log.pending", () -> standings.of(operation).pending())
                .description("Statements that wait for their receipt")
                .tag("operation", operation.value())
                .register(registry);
        Gauge.builder(
                        "parley.log.read.only",
                        () -> standings.of(operation).readOnly().isPresent() ? 1 : 0)
                .description("1 while the operation takes no statements")
                .tag("operation", operation.value())
                .register(registry);
    }
}
