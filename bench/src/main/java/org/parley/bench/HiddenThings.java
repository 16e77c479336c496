package org.parley.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.parley.hub.access.Account;
import org.parley.hub.access.MembershipBegan;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Submission;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Lets somebody in who may see nothing of what the bench's own account says to itself, and tells
/// which addresses of the hub name one thing.
@RestController
@RequestMapping("/bench")
class HiddenThings {

    private static final PartnerId OTHERS = new PartnerId("bench-others");

    private final Journal journal;
    private final SignIns signIns;
    private final Map<String, RequestMappingHandlerMapping> mappings;

    HiddenThings(
            Journal journal, SignIns signIns, Map<String, RequestMappingHandlerMapping> mappings) {
        this.journal = journal;
        this.signIns = signIns;
        this.mappings = new LinkedHashMap<>(mappings);
    }

    /// A member of the operation to whom nothing is addressed; its session's token.
    @PostMapping("/stranger")
    String stranger() {
        journal.submit(
                new Submission<>(
                        BenchHub.OPERATION,
                        new StatementId(UUID.randomUUID()),
                        Actor.signedIn(BenchHub.PARTNER, "bench"),
                        Label.operation(BenchHub.PARTNER, FieldClass.OPERATIONAL),
                        journal.now(BenchHub.OPERATION).at(),
                        new MembershipBegan(OTHERS, null)));
        signIns.enrol(
                new Account(
                        "bench-stranger",
                        OTHERS,
                        "Stranger",
                        true,
                        true,
                        List.of(
                                new Account.Part(
                                        BenchHub.OPERATION, Role.CONTRIBUTOR, FieldClass.EXACT))));
        return signIns.demo("bench-stranger", true).orElseThrow();
    }

    /// The addresses within an operation that name something else, as the hub itself says.
    @GetMapping("/addresses")
    List<String> addresses() {
        var found = new TreeSet<String>();
        mappings.values()
                .forEach(
                        mapping ->
                                mapping.getHandlerMethods()
                                        .forEach(
                                                (info, _) -> {
                                                    var methods =
                                                            info.getMethodsCondition().getMethods();
                                                    if (methods.isEmpty()
                                                            || methods.contains(
                                                                    RequestMethod.GET)) {
                                                        found.addAll(info.getPatternValues());
                                                    }
                                                }));
        found.removeIf(
                address ->
                        !address.contains("{operation}")
                                || address.startsWith("/log/")
                                || address.replace("{operation}", "").indexOf('{') < 0);
        return List.copyOf(found);
    }
}
