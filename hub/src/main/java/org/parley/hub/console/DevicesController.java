package org.parley.hub.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.parley.hub.access.HighValueAct;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.StepUp;
import org.parley.hub.devices.Devices;
import org.parley.hub.devices.SignedStatements;
import org.parley.hub.signin.Refused;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Devices in the field: asked for, listed with what of them never arrived, revoked; and the place
/// where anybody who is signed in hands over what a device signed.
@PageController
@RequestMapping("/devices")
class DevicesController {

    private final Devices devices;
    private final SignedStatements statements;
    private final DevicePages pages;
    private final StepUp stepUp;

    DevicesController(
            Devices devices, SignedStatements statements, DevicePages pages, StepUp stepUp) {
        this.devices = devices;
        this.statements = statements;
        this.pages = pages;
        this.stepUp = stepUp;
    }

    @GetMapping
    DevicesPage list(Visitor visitor, SignedIn who) {
        return pages.list(visitor, who, "", Optional.empty());
    }

    @PostMapping
    ResponseEntity<?> ask(
            Visitor visitor,
            SignedIn who,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String operation,
            @RequestParam(defaultValue = "") String ceiling,
            @RequestParam(defaultValue = "0") int days,
            HttpServletRequest request) {
        var whose = account.isEmpty() ? who.account() : account;
        stepUp.demand(whose.equals(who.account()) ? HighValueAct.KEYS : HighValueAct.ENROLMENT);
        try {
            var made =
                    devices.ask(
                            who,
                            wanted(whose, name, operation, ceiling, days),
                            request.getRemoteAddr());
            return ResponseEntity.ok()
                    .header("Cache-Control", "no-store")
                    .body(pages.handed(visitor, name.strip(), made));
        } catch (Refused refused) {
            var why = Optional.of(visitor.words().refusal(refused.why()));
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(pages.list(visitor, who, name, why));
        }
    }

    private static Devices.Wanted wanted(
            String account, String name, String operation, String ceiling, int days) {
        try {
            return new Devices.Wanted(
                    account, name, new OperationId(operation), FieldClass.of(ceiling), days);
        } catch (IllegalArgumentException notOffered) {
            throw new Refused("devices.no-part");
        }
    }

    @PostMapping("/{device}/revoke")
    ResponseEntity<?> revoke(
            Visitor visitor,
            SignedIn who,
            @PathVariable String device,
            HttpServletRequest request) {
        var found =
                devices.find(who, device)
                        .filter(one -> devices.looksAfter(who, one))
                        .orElseThrow(NotFound::new);
        stepUp.demand(
                found.account().equals(who.account()) ? HighValueAct.KEYS : HighValueAct.DISABLING);
        return Deed.of(
                visitor,
                () -> devices.revoke(who, device, request.getRemoteAddr()),
                "/devices",
                why -> pages.list(visitor, who, "", why));
    }

    @GetMapping("/statements")
    CourierPage bring(Visitor visitor, SignedIn who) {
        return pages.courier(visitor, "", List.of(), Optional.empty());
    }

    @PostMapping("/statements")
    ResponseEntity<?> hear(
            Visitor visitor,
            SignedIn who,
            @RequestParam(defaultValue = "") String text,
            @RequestParam Optional<MultipartFile> file)
            throws IOException {
        var lines = new StringBuilder(text);
        if (file.isPresent()) {
            lines.append('\n').append(new String(file.get().getBytes(), UTF_8));
        }
        try {
            var heard = statements.hearAll(lines.toString());
            return ResponseEntity.ok(pages.courier(visitor, "", heard, Optional.empty()));
        } catch (InvalidValue none) {
            var why = Optional.of(visitor.words().fault(none));
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(pages.courier(visitor, text, List.of(), why));
        }
    }

    /// The device's own page: its key never leaves its browser, so all of it happens there.
    @GetMapping("/this")
    ThisDevicePage here(Visitor visitor) {
        return new ThisDevicePage(visitor.shell(visitor.say("device.this")));
    }
}
