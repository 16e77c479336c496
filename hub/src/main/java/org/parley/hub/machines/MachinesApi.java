package org.parley.hub.machines;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.access.Account;
import org.parley.hub.access.HighValueAct;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.Bodies;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.StepUp;
import org.parley.hub.signin.Refused;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The machines of an organisation, for its officers. For everybody else there is no such address.
@RestController
@RequestMapping("/api/v1/machines")
class MachinesApi {

    /// @param key what the machine printed: its public key, signed by itself
    record MachineRequest(String name, String operation, String role, String ceiling, String key) {}

    record KeyRequest(String key) {}

    /// @param id under which it signs in: `iss` and `sub` of its assertions
    record MachineView(
            String id, String name, boolean enabled, List<PartView> parts, List<KeyView> keys) {}

    record PartView(String operation, String role, String ceiling) {}

    /// @param id `kid` of the assertions that it signs
    /// @param waits whether a second person has yet to stand for it
    record KeyView(
            String id,
            String algorithm,
            String addedBy,
            Instant addedAt,
            @Nullable Instant usedAt,
            boolean waits) {}

    private final Machines machines;
    private final StepUp stepUp;
    private final Bodies bodies;

    MachinesApi(Machines machines, StepUp stepUp, Bodies bodies) {
        this.machines = machines;
        this.stepUp = stepUp;
        this.bodies = bodies;
    }

    @GetMapping
    List<MachineView> list(SignedIn who) {
        admit(who);
        return machines.of(who).stream().map(MachinesApi::view).toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<MachineView> enrol(
            SignedIn who,
            @RequestBody @Bodies.Of(MachineRequest.class) byte[] body,
            HttpServletRequest request) {
        admit(who);
        stepUp.demand(HighValueAct.ENROLMENT);
        var asked = bodies.read(body, MachineRequest.class);
        var id =
                machines.enrol(
                        who, asked.name(), part(asked), asked.key(), request.getRemoteAddr());
        return ResponseEntity.status(HttpStatus.CREATED).body(found(who, id));
    }

    @PostMapping(value = "/{machine}/keys", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<MachineView> addKey(
            SignedIn who,
            @PathVariable String machine,
            @RequestBody @Bodies.Of(KeyRequest.class) byte[] body,
            HttpServletRequest request) {
        admit(who);
        stepUp.demand(HighValueAct.ENROLMENT);
        machines.addKey(
                who, machine, bodies.read(body, KeyRequest.class).key(), request.getRemoteAddr());
        return ResponseEntity.status(HttpStatus.CREATED).body(found(who, machine));
    }

    @DeleteMapping("/{machine}/keys/{key}")
    ResponseEntity<Void> revoke(
            SignedIn who,
            @PathVariable String machine,
            @PathVariable String key,
            HttpServletRequest request) {
        admit(who);
        stepUp.demand(HighValueAct.DISABLING);
        machines.revoke(who, machine, key, request.getRemoteAddr());
        return ResponseEntity.noContent().build();
    }

    private static void admit(SignedIn who) {
        if (!who.duties().officer()) {
            throw new NotFound();
        }
    }

    private static Account.Part part(MachineRequest asked) {
        try {
            return new Account.Part(
                    new OperationId(asked.operation()),
                    Role.of(asked.role()),
                    FieldClass.of(asked.ceiling()));
        } catch (IllegalArgumentException notOffered) {
            throw new Refused("machines.no-such-part");
        }
    }

    private MachineView found(SignedIn who, String id) {
        return machines.of(who).stream()
                .filter(one -> one.standing().account().id().equals(id))
                .findFirst()
                .map(MachinesApi::view)
                .orElseThrow(NotFound::new);
    }

    private static MachineView view(Machine machine) {
        var account = machine.standing().account();
        return new MachineView(
                account.id(),
                account.name(),
                machine.standing().enabled(),
                account.parts().stream()
                        .map(
                                part ->
                                        new PartView(
                                                part.operation().value(),
                                                part.role().code(),
                                                part.ceiling().code()))
                        .toList(),
                machine.keys().stream()
                        .map(
                                key ->
                                        new KeyView(
                                                key.id(),
                                                key.algorithm(),
                                                key.addedBy(),
                                                key.addedAt(),
                                                key.usedAt().orElse(null),
                                                key.waits()))
                        .toList());
    }
}
