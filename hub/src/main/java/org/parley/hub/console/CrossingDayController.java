package org.parley.hub.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.api.Speaker;
import org.parley.hub.console.FormPage.Problem;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.CargoCategories;
import org.parley.hub.places.CrossingStatus;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Reporting how a crossing worked, or will work, on a day. What others say of it stays beside it.
@PageController
class CrossingDayController {

    private static final List<String> REASONS =
            List.of(
                    "none-given",
                    "security",
                    "order",
                    "damage",
                    "repair",
                    "weather",
                    "holiday",
                    "strike",
                    "congestion");

    private final FlowForms forms;
    private final Saying saying;

    CrossingDayController(FlowForms forms, Saying saying) {
        this.forms = forms;
        this.saying = saying;
    }

    @GetMapping("/o/{operation}/places/report-day")
    FormPage form(Visit visit, @RequestParam Map<String, String> known) {
        if (!visit.speaks()) {
            throw visit.speechless();
        }
        return page(visit, known, FormPage.newStatement(), List.of());
    }

    @PostMapping("/o/{operation}/places/report-day")
    ResponseEntity<?> say(
            Visit visit,
            Speaker speaker,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam Map<String, String> typed) {
        var read = new FlowTyped(visit, typed).crossingDay();
        if (!read.problems().isEmpty()) {
            return mend(page(visit, typed, statement, read.problems()));
        }
        var answer =
                saying.say(
                        visit,
                        speaker,
                        "places.crossing-day-reported",
                        statement,
                        Optional.empty(),
                        read.says());
        return switch (answer) {
            case Saying.Answer.Said(var page) -> Redirects.to(visit.at(page));
            case Saying.Answer.Mend(var problems, var next) ->
                    mend(page(visit, typed, next, problems));
        };
    }

    private static ResponseEntity<FormPage> mend(FormPage page) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page);
    }

    private FormPage page(
            Visit visit, Map<String, String> typed, String statement, List<Problem> problems) {
        return new FormPage(
                visit.shell(Section.PLACES, visit.say("places.report-day")),
                visit.say("places.report-day"),
                visit.say("places.days.note"),
                visit.at("/places/report-day"),
                statement,
                problems,
                List.of(
                        FlowForms.choice(visit, typed, "crossing", forms.crossings(visit), true),
                        FlowForms.field(visit, typed, "day", "date", true),
                        FlowForms.choice(visit, typed, "status", states(visit), true),
                        FlowForms.choice(
                                visit,
                                typed,
                                "reason",
                                FlowForms.options(visit, "crossing.reason.", REASONS),
                                false),
                        FlowForms.choice(visit, typed, "flow", kinds(visit), false),
                        FlowForms.choice(visit, typed, "category", categories(visit), false),
                        FlowForms.field(visit, typed, "from", "time", false),
                        FlowForms.field(visit, typed, "until", "time", false),
                        FlowForms.field(visit, typed, "capacity", "text", false),
                        FlowForms.field(visit, typed, "note", "area", false)),
                List.of(),
                visit.say("form.say"),
                Link.to(visit.say("form.back"), visit.at("/places")),
                Optional.empty());
    }

    private static List<ListPage.Option> states(Visit visit) {
        return FlowForms.options(
                visit,
                "crossing.",
                Arrays.stream(CrossingStatus.values()).map(CrossingStatus::code).toList());
    }

    private static List<ListPage.Option> kinds(Visit visit) {
        return FlowForms.options(
                visit,
                "flow.kind.",
                Arrays.stream(AssistanceKind.values()).map(AssistanceKind::code).toList());
    }

    private static List<ListPage.Option> categories(Visit visit) {
        return FlowForms.options(
                visit, "flow.category.", CargoCategories.KNOWN.stream().sorted().toList());
    }
}
