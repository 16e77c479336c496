package org.parley.hub.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.hub.access.Account;
import org.parley.hub.access.Readers;
import org.parley.hub.access.SignedIn;
import org.parley.hub.journal.Clocks;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.LogStandings;
import org.parley.hub.journal.Operation;
import org.parley.kernel.id.OperationId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where to begin: what this API has, who is asking, and the operations in which they take part.
@RestController
@RequestMapping("/api/v1")
class IndexApi {

    private final Journal journal;
    private final LogStandings standings;
    private final Clocks clocks;
    private final Readers readers;

    IndexApi(Journal journal, LogStandings standings, Clocks clocks, Readers readers) {
        this.journal = journal;
        this.standings = standings;
        this.clocks = clocks;
        this.readers = readers;
    }

    /// @param links by name, with `{operation}` to be filled in
    record IndexView(String name, String version, Map<String, String> links) {}

    /// @param role what the account does in the operation
    /// @param upTo the widest field class it may see, `F0` to `F3`
    record PartView(String operation, String role, String upTo) {}

    record MeView(String account, String organisation, String name, List<PartView> parts) {}

    /// @param names by language tag
    /// @param exercise whether everything in it is invented
    /// @param inEffectFrom when the agreement took effect
    /// @param size statements that the last published checkpoint covers
    /// @param now what time it is in the operation; an exercise has a clock of its own
    /// @param readOnly whether it takes no statements at the moment
    record OperationView(
            String id,
            Map<String, String> names,
            boolean exercise,
            Instant inEffectFrom,
            long size,
            Instant now,
            String checkpoint,
            boolean readOnly) {}

    @GetMapping
    IndexView index() {
        var links = new TreeMap<String, String>();
        links.put("description", "/api/v1/openapi.json");
        links.put("me", "/api/v1/me");
        links.put("operations", "/api/v1/operations");
        links.put("operation", "/api/v1/operations/{operation}");
        links.put("statements", "/api/v1/operations/{operation}/statements");
        links.put("problems", "/problems");
        links.put("health", "/health");
        return new IndexView("Parley", "v1", links);
    }

    @GetMapping("/me")
    MeView me(SignedIn who) {
        return new MeView(
                who.account(),
                who.organisation().value(),
                who.name(),
                parts(who).map(IndexApi::view).toList());
    }

    private Stream<Account.Part> parts(SignedIn who) {
        return journal.operations().stream()
                .map(operation -> readers.part(who, operation.id()))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Account.Part::operation));
    }

    private static PartView view(Account.Part part) {
        return new PartView(part.operation().value(), part.role().code(), part.ceiling().code());
    }

    /// The operations in which the account takes part; there are no others for it.
    @GetMapping("/operations")
    List<OperationView> operations(SignedIn who) {
        return journal.operations().stream()
                .filter(operation -> readers.part(who, operation.id()).isPresent())
                .map(this::view)
                .toList();
    }

    @GetMapping("/operations/{operation}")
    OperationView operation(SignedIn who, @PathVariable OperationId operation) {
        return journal.operation(operation)
                .filter(found -> readers.part(who, found.id()).isPresent())
                .map(this::view)
                .orElseThrow(NotFound::new);
    }

    private OperationView view(Operation operation) {
        var standing = standings.of(operation.id());
        return new OperationView(
                operation.id().value(),
                operation.names(),
                operation.exercise(),
                operation.inEffectFrom(),
                standing.published(),
                clocks.now(operation.id()),
                "/log/" + operation.id() + "/checkpoint",
                standing.readOnly().isPresent());
    }
}
