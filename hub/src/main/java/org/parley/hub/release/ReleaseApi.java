package org.parley.hub.release;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.access.Coordinators;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotAllowed;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Speaker;
import org.parley.hub.api.Submissions;
import org.parley.hub.journal.Refusal;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.PartnerId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who will see what, as JSON.
@RestController
@RequestMapping("/api/v1/operations/{operation}")
class ReleaseApi {

    private final Release release;
    private final Memberships memberships;
    private final Coordinators coordinators;
    private final Submissions submissions;

    ReleaseApi(
            Release release,
            Memberships memberships,
            Coordinators coordinators,
            Submissions submissions) {
        this.release = release;
        this.memberships = memberships;
        this.coordinators = coordinators;
        this.submissions = submissions;
    }

    /// A statement as an organisation will see it. Nothing is stored.
    @PostMapping(value = "/statements/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    PreviewView preview(
            Asked asked, Speaker speaker, @RequestParam PartnerId as, @RequestBody byte[] body) {
        return release.preview(asked, submissions.unsaid(speaker, body), as)
                .orElseThrow(NotFound::new);
    }

    /// What a change of membership gives an organisation and takes from it: before it is said, or,
    /// asked as known before it was, what it did. For those who may say it.
    ///
    /// @param group the group; the operation itself where it is absent
    /// @param change `began` or `ended`
    @GetMapping("/memberships/{partner}/shift")
    ShiftView shift(
            Asked asked,
            Speaker speaker,
            @PathVariable PartnerId partner,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(defaultValue = "began") String change) {
        if (!coordinators.coordinates(speaker.operation(), speaker.actor())) {
            throw new NotAllowed(new Refusal(Coordinators.REFUSED, Map.of()));
        }
        return memberships
                .shift(asked, new Memberships.Change(partner, group, begins(change)))
                .orElseThrow(NotFound::new);
    }

    private static boolean begins(String change) {
        return switch (change) {
            case "began" -> true;
            case "ended" -> false;
            default ->
                    throw new InvalidValue(
                            "change",
                            "value.one-of",
                            "must be one of {known}, was '{was}'",
                            "began, ended",
                            change);
        };
    }
}
