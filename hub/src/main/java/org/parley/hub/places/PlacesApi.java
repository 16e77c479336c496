package org.parley.hub.places;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Asked;
import org.parley.hub.api.EvenAbsence;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Page;
import org.parley.hub.api.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Places as JSON.
@RestController
@RequestMapping("/api/v1/operations/{operation}")
class PlacesApi {

    private final Places places;
    private final EvenAbsence absence;

    PlacesApi(Places places, EvenAbsence absence) {
        this.places = places;
        this.absence = absence;
    }

    @GetMapping("/areas")
    List<AreaView> areas(Asked asked) {
        return places.areas(asked.sight(), asked.cut());
    }

    @GetMapping("/areas/{area}")
    AreaView area(Asked asked, @PathVariable String area) {
        return places.area(asked.sight(), asked.cut(), area).orElseThrow(NotFound::new);
    }

    /// All versions of one area's boundary.
    @GetMapping("/areas/{area}/boundaries")
    List<BoundaryView> boundaries(Asked asked, @PathVariable String area) {
        return places.boundaries(asked.sight(), asked.cut(), area);
    }

    /// The boundaries that hold on a day, today's when none is named.
    @GetMapping("/boundaries")
    List<BoundaryView> boundariesOn(Asked asked, @RequestParam Optional<LocalDate> on) {
        return places.boundariesOn(asked.sight(), asked.cut(), on.orElse(day(asked)));
    }

    @GetMapping("/crossings")
    List<CrossingView> crossings(Asked asked) {
        return places.crossings(asked.sight(), asked.cut());
    }

    @GetMapping("/crossings/{crossing}")
    CrossingView crossing(Asked asked, @PathVariable String crossing) {
        return places.crossing(asked.sight(), asked.cut(), crossing).orElseThrow(NotFound::new);
    }

    /// @param from the first day; a week before the last when none is named
    /// @param until the last day, included; today when none is named
    @GetMapping("/crossings/{crossing}/days")
    List<CrossingDayView> days(
            Asked asked,
            @PathVariable String crossing,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> until) {
        var last = until.orElse(day(asked));
        return places.crossingDays(
                asked.sight(), asked.cut(), crossing, from.orElse(last.minusDays(6)), last);
    }

    /// The same for all crossings.
    @GetMapping("/crossing-days")
    List<CrossingDayView> days(
            Asked asked,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> until) {
        var last = until.orElse(day(asked));
        return places.crossingDays(
                asked.sight(), asked.cut(), from.orElse(last.minusDays(6)), last);
    }

    @GetMapping("/corridors")
    List<CorridorView> corridors(Asked asked) {
        return places.corridors(asked.sight(), asked.cut());
    }

    @GetMapping("/corridors/{corridor}")
    CorridorView corridor(Asked asked, @PathVariable String corridor) {
        return places.corridor(asked.sight(), asked.cut(), corridor).orElseThrow(NotFound::new);
    }

    @GetMapping("/sites")
    Page<SiteView> sites(
            Asked asked, Paging paging, @RequestParam(required = false) @Nullable String kind) {
        var found =
                places.sites(
                        asked.sight(),
                        asked.cut(),
                        kind,
                        paging.after().orElse(""),
                        paging.limit() + 1);
        return Page.of(found, paging, SiteView::site);
    }

    @GetMapping("/sites/{site}")
    SiteView site(Asked asked, @PathVariable String site) {
        return places.site(asked.sight(), asked.cut(), site).orElseThrow(NotFound::new);
    }

    /// Where organisations say that they work: lists give them exact positions only there.
    @GetMapping("/working-areas")
    List<WorkingAreaView> workingAreas(Asked asked) {
        return places.workingAreas(asked.sight(), asked.cut());
    }

    /// The areas that a place lies in, from the smallest outwards, as far as the reader may know.
    @GetMapping("/places/{place}/areas")
    List<String> areasOf(
            Asked asked,
            @PathVariable String place,
            @RequestParam Optional<LocalDate> on,
            HttpServletRequest request) {
        var areas = places.areasOf(asked.sight(), asked.cut(), place, on.orElse(day(asked)));
        if (areas.isEmpty()) {
            absence.hold(request);
        }
        return List.copyOf(areas);
    }

    private static LocalDate day(Asked asked) {
        return LocalDate.ofInstant(asked.cut().at(), ZoneOffset.UTC);
    }
}
