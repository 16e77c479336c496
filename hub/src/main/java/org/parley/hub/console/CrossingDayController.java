package org.parley.hub.console;

import java.util.Map;
import org.parley.hub.api.Speaker;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Reporting how a crossing worked, or will work, on a day. What others say of it stays beside it.
@PageController
class CrossingDayController {

    private static final OpenForm FORM =
            OpenForm.plain(new CrossingDayForm(), "/places/report-day");

    private final SayDesk desk;

    CrossingDayController(SayDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/o/{operation}/places/report-day")
    FormPage form(Visit visit, @RequestParam Map<String, String> known) {
        return desk.fresh(visit, FORM, known);
    }

    @PostMapping("/o/{operation}/places/report-day")
    ResponseEntity<?> say(
            Visit visit,
            Speaker speaker,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam Map<String, String> typed) {
        return desk.say(visit, speaker, FORM, statement, typed);
    }
}
