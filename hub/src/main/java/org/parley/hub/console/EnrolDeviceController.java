package org.parley.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.parley.hub.access.Accounts;
import org.parley.hub.api.NotFound;
import org.parley.hub.devices.DeviceLink;
import org.parley.hub.devices.Devices;
import org.parley.hub.signin.HubOrigin;
import org.parley.hub.signin.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The links that devices open. One that was used, has ended or never was is told to be no page at
/// all.
@PageController
@RequestMapping("/enrol/device/{token}")
class EnrolDeviceController {

    private final Devices devices;
    private final Accounts accounts;
    private final HubOrigin origin;
    private final KeyPlace place;

    EnrolDeviceController(Devices devices, Accounts accounts, HubOrigin origin, KeyPlace place) {
        this.devices = devices;
        this.accounts = accounts;
        this.origin = origin;
        this.place = place;
    }

    @GetMapping
    ResponseEntity<EnrolDevicePage> show(
            Visitor visitor, @PathVariable String token, HttpServletRequest request) {
        var link = link(token, request);
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(page(visitor, token, link, Optional.empty(), false, request));
    }

    @PostMapping
    ResponseEntity<EnrolDevicePage> take(
            Visitor visitor,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request) {
        var link = link(token, request);
        try {
            devices.take(token, key, request.getRemoteAddr());
            return ResponseEntity.ok()
                    .header("Cache-Control", "no-store")
                    .body(page(visitor, token, link, Optional.empty(), true, request));
        } catch (Refused refused) {
            var why = Optional.of(visitor.words().refusal(refused.why()));
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .header("Cache-Control", "no-store")
                    .body(page(visitor, token, link, why, false, request));
        }
    }

    private DeviceLink link(String token, HttpServletRequest request) {
        try {
            return devices.link(token, request.getRemoteAddr()).orElseThrow(NotFound::new);
        } catch (Refused tooMany) {
            throw new NotFound();
        }
    }

    private EnrolDevicePage page(
            Visitor visitor,
            String token,
            DeviceLink link,
            Optional<String> problem,
            boolean done,
            HttpServletRequest request) {
        var words = visitor.words();
        var account = accounts.find(link.account()).orElseThrow(NotFound::new).account();
        var address = "/enrol/device/" + token;
        return new EnrolDevicePage(
                visitor.shell(words.say("device.enrol")),
                problem,
                address,
                link.device(),
                link.operation().value(),
                link.name(),
                origin.text(),
                devices.challenge(token),
                List.of(
                        Fact.of(words.say("device.name"), link.name()),
                        Fact.of(words.say("enrol.post"), account.name()),
                        Fact.of(words.say("enrol.organisation"), account.organisation().value()),
                        Fact.of(words.say("people.operation"), link.operation().value()),
                        Fact.of(
                                words.say("people.ceiling"),
                                words.say(
                                        "ceiling."
                                                + link.ceiling()
                                                        .code()
                                                        .toLowerCase(java.util.Locale.ROOT))),
                        Fact.of(words.say("device.days"), words.number(link.days())),
                        Fact.code(words.say("device.id"), link.device())),
                place.elsewhere(request, address),
                link.waits(),
                done);
    }
}
