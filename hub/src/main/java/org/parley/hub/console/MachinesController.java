package org.parley.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.parley.hub.access.HighValueAct;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.StepUp;
import org.parley.hub.machines.Machine;
import org.parley.hub.machines.MachineKey;
import org.parley.hub.machines.Machines;
import org.parley.hub.signin.HubOrigin;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The machines of an organisation, for its officers. For everybody else there is no such page.
@PageController
@RequestMapping("/machines")
class MachinesController {

    private final Machines machines;
    private final PeoplePages people;
    private final HubOrigin origin;
    private final StepUp stepUp;
    private final AwaitedParts awaited;

    MachinesController(
            Machines machines,
            PeoplePages people,
            HubOrigin origin,
            StepUp stepUp,
            AwaitedParts awaited) {
        this.machines = machines;
        this.people = people;
        this.origin = origin;
        this.stepUp = stepUp;
        this.awaited = awaited;
    }

    private static void admit(SignedIn who) {
        if (!who.duties().officer()) {
            throw new NotFound();
        }
    }

    @GetMapping
    MachinesPage list(Visitor visitor, SignedIn who) {
        admit(who);
        return page(visitor, who, "", Optional.empty());
    }

    @PostMapping
    ResponseEntity<?> enrol(
            Visitor visitor,
            SignedIn who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String operation,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String ceiling,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request) {
        return act(
                visitor,
                who,
                HighValueAct.ENROLMENT,
                name,
                () ->
                        machines.enrol(
                                who,
                                name,
                                PeopleController.part(operation, role, ceiling),
                                key,
                                request.getRemoteAddr()));
    }

    @PostMapping("/{account}/keys")
    ResponseEntity<?> addKey(
            Visitor visitor,
            SignedIn who,
            @PathVariable String account,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request) {
        return act(
                visitor,
                who,
                HighValueAct.ENROLMENT,
                "",
                () -> machines.addKey(who, account, key, request.getRemoteAddr()));
    }

    @PostMapping("/{account}/revoke")
    ResponseEntity<?> revoke(
            Visitor visitor,
            SignedIn who,
            @PathVariable String account,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request) {
        return act(
                visitor,
                who,
                HighValueAct.DISABLING,
                "",
                () -> machines.revoke(who, account, key, request.getRemoteAddr()));
    }

    private ResponseEntity<?> act(
            Visitor visitor, SignedIn who, HighValueAct act, String name, Runnable deed) {
        admit(who);
        stepUp.demand(act);
        return Deed.of(visitor, deed, "/machines", why -> page(visitor, who, name, why));
    }

    private MachinesPage page(
            Visitor visitor, SignedIn who, String name, Optional<String> problem) {
        var words = visitor.words();
        return new MachinesPage(
                visitor.shell(words.say("machines.title")),
                problem,
                machines.of(who).stream().map(one -> machine(words, one)).toList(),
                awaited.of(words, who, "/machines"),
                name,
                origin.text(),
                people.operations(words, who, false),
                PeoplePages.roles(words, false),
                PeoplePages.ceilings(words));
    }

    private static MachinesPage.Machine machine(Words words, Machine machine) {
        var account = machine.standing().account();
        var state = machine.standing().enabled() ? "people.enabled" : "people.disabled";
        return new MachinesPage.Machine(
                account.id(),
                account.name(),
                "%s · %s".formatted(PeoplePages.parts(words, machine.standing()), words.say(state)),
                keys(words, machine.keys()));
    }

    private static List<MachinesPage.Key> keys(Words words, List<MachineKey> keys) {
        return keys.stream()
                .map(
                        key ->
                                new MachinesPage.Key(
                                        key.id(),
                                        words.say(
                                                        "machines.key.note",
                                                        key.algorithm(),
                                                        key.addedBy(),
                                                        words.dayAndTime(key.addedAt()),
                                                        key.usedAt()
                                                                .map(words::dayAndTime)
                                                                .orElse("—"))
                                                + (key.waits()
                                                        ? " · " + words.say("second.key-waits")
                                                        : "")))
                .toList();
    }
}
