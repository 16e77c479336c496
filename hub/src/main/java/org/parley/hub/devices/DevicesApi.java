package org.parley.hub.devices;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.access.HighValueAct;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.Bodies;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.StepUp;
import org.parley.hub.journal.DeviceCounters;
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

/// Devices in the field, for those who look after them: with how far each has counted, and what of
/// it never arrived.
@RestController
@RequestMapping("/api/v1/devices")
class DevicesApi {

    /// @param account whose it will be; the asker's own where it is absent
    /// @param days how long its key shall stand, 1 to 30
    record DeviceRequest(
            @Nullable String account, String name, String operation, String ceiling, int days) {}

    /// @param link opened once, by the device; not shown again
    /// @param waits whether it is good for nothing until a second person stands for it
    record LinkView(String id, String link, Instant endsAt, boolean waits) {}

    /// @param state `good`, `ended` or `revoked`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeviceView(
            String id,
            String name,
            String account,
            String operation,
            String ceiling,
            String key,
            String algorithm,
            String addedBy,
            Instant addedAt,
            Instant endsAt,
            @Nullable Instant revokedAt,
            String state,
            CountedView counted) {}

    /// @param heard statements that arrived
    /// @param last the highest number among them
    /// @param missing how many numbers below it never arrived
    /// @param gaps these numbers, the first hundred gaps
    /// @param twice numbers that more than one statement has
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CountedView(
            long heard,
            long last,
            @Nullable Instant lastHeard,
            long missing,
            List<GapView> gaps,
            List<Long> twice) {}

    /// Numbers that follow one another, both ends included.
    record GapView(long first, long last) {}

    private final Devices devices;
    private final StepUp stepUp;
    private final Bodies bodies;

    DevicesApi(Devices devices, StepUp stepUp, Bodies bodies) {
        this.devices = devices;
        this.stepUp = stepUp;
        this.bodies = bodies;
    }

    @GetMapping
    List<DeviceView> list(SignedIn who) {
        return devices.of(who).stream().map(this::view).toList();
    }

    @GetMapping("/{device}")
    DeviceView find(SignedIn who, @PathVariable String device) {
        return devices.find(who, device).map(this::view).orElseThrow(NotFound::new);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<LinkView> ask(
            SignedIn who,
            @RequestBody @Bodies.Of(DeviceRequest.class) byte[] body,
            HttpServletRequest request) {
        var asked = bodies.read(body, DeviceRequest.class);
        boolean own = asked.account() == null || asked.account().equals(who.account());
        stepUp.demand(own ? HighValueAct.KEYS : HighValueAct.ENROLMENT);
        var made = devices.ask(who, wanted(asked), request.getRemoteAddr());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Cache-Control", "no-store")
                .body(new LinkView(made.device(), made.address(), made.endsAt(), made.waits()));
    }

    private static Devices.Wanted wanted(DeviceRequest asked) {
        try {
            return new Devices.Wanted(
                    asked.account(),
                    asked.name(),
                    new OperationId(asked.operation()),
                    FieldClass.of(asked.ceiling()),
                    asked.days());
        } catch (IllegalArgumentException notOffered) {
            throw new Refused("devices.no-part");
        }
    }

    @DeleteMapping("/{device}")
    ResponseEntity<Void> revoke(
            SignedIn who, @PathVariable String device, HttpServletRequest request) {
        var found =
                devices.find(who, device)
                        .filter(one -> devices.looksAfter(who, one))
                        .orElseThrow(NotFound::new);
        boolean own = found.account().equals(who.account());
        stepUp.demand(own ? HighValueAct.KEYS : HighValueAct.DISABLING);
        devices.revoke(who, device, request.getRemoteAddr());
        return ResponseEntity.noContent().build();
    }

    private DeviceView view(Device device) {
        return new DeviceView(
                device.id(),
                device.name(),
                device.account(),
                device.operation().value(),
                device.ceiling().code(),
                device.key(),
                device.algorithm(),
                device.addedBy(),
                device.addedAt(),
                device.endsAt(),
                device.revokedAt().orElse(null),
                devices.state(device).code(),
                view(devices.counted(device)));
    }

    private static CountedView view(DeviceCounters.Counted counted) {
        return new CountedView(
                counted.heard(),
                counted.last(),
                counted.lastHeard().orElse(null),
                counted.missing(),
                counted.gaps().stream().map(gap -> new GapView(gap.first(), gap.last())).toList(),
                counted.twice());
    }
}
