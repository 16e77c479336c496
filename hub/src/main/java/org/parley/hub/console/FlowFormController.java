package org.parley.hub.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Speaker;
import org.parley.hub.console.FormPage.Problem;
import org.parley.hub.flow.Flow;
import org.parley.hub.flow.LineView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The forms of flow. Each becomes one statement of the organisation that is signed in; what cannot
/// be stored comes back as it was typed, with its problems on top.
@PageController
class FlowFormController {

    private final Flow flow;
    private final FlowForms forms;
    private final Saying saying;

    FlowFormController(Flow flow, FlowForms forms, Saying saying) {
        this.flow = flow;
        this.forms = forms;
        this.saying = saying;
    }

    /// How one of the forms is drawn and read.
    private interface Drawn {
        FormPage with(Map<String, String> typed, String statement, List<Problem> problems);
    }

    @GetMapping("/o/{operation}/flow/request")
    FormPage request(Visit visit, @RequestParam Map<String, String> known) {
        return fresh(visit, known, drawnRequest(visit));
    }

    @PostMapping("/o/{operation}/flow/request")
    ResponseEntity<?> request(
            Visit visit,
            Speaker speaker,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam Map<String, String> typed) {
        return said(
                visit,
                speaker,
                "flow.consignment-requested",
                statement,
                typed,
                new FlowTyped(visit, typed).request(),
                drawnRequest(visit));
    }

    private Drawn drawnRequest(Visit visit) {
        return (typed, statement, problems) -> forms.request(visit, typed, statement, problems);
    }

    @GetMapping("/o/{operation}/flow/{consignment}/report")
    FormPage step(
            Visit visit,
            @PathVariable String consignment,
            @RequestParam Map<String, String> known) {
        return fresh(visit, known, drawnStep(visit, consignment, lines(visit, consignment)));
    }

    @PostMapping("/o/{operation}/flow/{consignment}/report")
    ResponseEntity<?> step(
            Visit visit,
            Speaker speaker,
            @PathVariable String consignment,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam Map<String, String> typed) {
        var lines = lines(visit, consignment);
        return said(
                visit,
                speaker,
                "flow.goods-reported",
                statement,
                typed,
                new FlowTyped(visit, typed).step(consignment, lines),
                drawnStep(visit, consignment, lines));
    }

    private Drawn drawnStep(Visit visit, String consignment, List<LineView> lines) {
        return (typed, statement, problems) ->
                forms.step(visit, consignment, lines, typed, statement, problems);
    }

    @GetMapping("/o/{operation}/flow/{consignment}/receipt")
    FormPage receipt(
            Visit visit,
            @PathVariable String consignment,
            @RequestParam Map<String, String> known) {
        return fresh(visit, known, drawnReceipt(visit, consignment, lines(visit, consignment)));
    }

    @PostMapping("/o/{operation}/flow/{consignment}/receipt")
    ResponseEntity<?> receipt(
            Visit visit,
            Speaker speaker,
            @PathVariable String consignment,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam Map<String, String> typed) {
        var lines = lines(visit, consignment);
        return said(
                visit,
                speaker,
                "flow.receipt-reported",
                statement,
                typed,
                new FlowTyped(visit, typed).receipt(consignment, lines),
                drawnReceipt(visit, consignment, lines));
    }

    private Drawn drawnReceipt(Visit visit, String consignment, List<LineView> lines) {
        return (typed, statement, problems) ->
                forms.receipt(visit, consignment, lines, typed, statement, problems);
    }

    @GetMapping("/o/{operation}/flow/{consignment}/rule")
    FormPage rule(
            Visit visit,
            @PathVariable String consignment,
            @RequestParam Map<String, String> known) {
        var asked = flow.find(visit.sight(), visit.cut(), consignment).orElseThrow(NotFound::new);
        var own = visit.reader().organisation().value();
        var typed = new HashMap<String, String>(known);
        if (asked.head().authorities().contains(own)) {
            typed.putIfAbsent("authority", own);
        }
        return fresh(visit, typed, drawnRuling(visit, consignment, asked.lines()));
    }

    @PostMapping("/o/{operation}/flow/{consignment}/rule")
    ResponseEntity<?> rule(
            Visit visit,
            Speaker speaker,
            @PathVariable String consignment,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam Map<String, String> typed) {
        var lines = lines(visit, consignment);
        return said(
                visit,
                speaker,
                "flow.ruled",
                statement,
                typed,
                new FlowTyped(visit, typed).ruling(consignment, lines),
                drawnRuling(visit, consignment, lines));
    }

    private Drawn drawnRuling(Visit visit, String consignment, List<LineView> lines) {
        return (typed, statement, problems) ->
                forms.ruling(visit, consignment, lines, typed, statement, problems);
    }

    private List<LineView> lines(Visit visit, String consignment) {
        return flow.find(visit.sight(), visit.cut(), consignment)
                .orElseThrow(NotFound::new)
                .lines();
    }

    private static FormPage fresh(Visit visit, Map<String, String> known, Drawn form) {
        if (!visit.speaks()) {
            throw visit.speechless();
        }
        return form.with(known, FormPage.newStatement(), List.of());
    }

    private ResponseEntity<?> said(
            Visit visit,
            Speaker speaker,
            String type,
            String statement,
            Map<String, String> typed,
            FlowTyped read,
            Drawn form) {
        var occurred = read.moment("occurred");
        if (!read.problems().isEmpty()) {
            return mend(form.with(typed, statement, read.problems()));
        }
        return switch (saying.say(visit, speaker, type, statement, occurred, read.says())) {
            case Saying.Answer.Said(var page) -> Redirects.to(visit.at(page));
            case Saying.Answer.Mend(var problems, var next) ->
                    mend(form.with(typed, next, problems));
        };
    }

    private static ResponseEntity<FormPage> mend(FormPage page) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page);
    }
}
