package org.parley.hub.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Speaker;
import org.parley.hub.flow.ConsignmentView;
import org.parley.hub.flow.Flow;
import org.parley.hub.flow.LineView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The forms of flow: one that asks for a consignment, and those about one that was asked for.
@PageController
class FlowFormController {

    /// Lines that the request form has room for at first, and that more are added by.
    private static final int LINES = 6;

    /// Longer lists come by file or over the API.
    private static final int MOST_LINES = 60;

    private static final Pattern LINE = Pattern.compile("lines\\.(\\d{1,3})\\.\\w+");

    private static final SayForm REQUEST = new RequestForm();

    private static final List<FlowForm> ABOUT =
            List.of(new StepForm(), new ReceiptForm(), new RulingForm());

    private final Flow flow;
    private final SayDesk desk;

    FlowFormController(Flow flow, SayDesk desk) {
        this.flow = flow;
        this.desk = desk;
    }

    @GetMapping("/o/{operation}/flow/request")
    FormPage request(Visit visit, @RequestParam Map<String, String> known) {
        return desk.fresh(visit, request(visit, known, 0), known);
    }

    @PostMapping("/o/{operation}/flow/request")
    ResponseEntity<?> request(
            Visit visit,
            Speaker speaker,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam Map<String, String> typed) {
        return typed.containsKey("more")
                ? ResponseEntity.ok(
                        desk.page(visit, request(visit, typed, LINES), typed, statement, List.of()))
                : desk.say(visit, speaker, request(visit, typed, 0), statement, typed);
    }

    @GetMapping("/o/{operation}/flow/{consignment}/{form}")
    FormPage about(
            Visit visit,
            @PathVariable String consignment,
            @PathVariable String form,
            @RequestParam Map<String, String> known) {
        var asked = find(visit, consignment);
        return desk.fresh(visit, about(visit, asked, form), withAuthority(visit, asked, known));
    }

    @PostMapping("/o/{operation}/flow/{consignment}/{form}")
    ResponseEntity<?> about(
            Visit visit,
            Speaker speaker,
            @PathVariable String consignment,
            @PathVariable String form,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam Map<String, String> typed) {
        var open = about(visit, find(visit, consignment), form);
        return desk.say(visit, speaker, open, statement, typed);
    }

    private ConsignmentView find(Visit visit, String consignment) {
        return flow.find(visit.sight(), visit.cut(), consignment).orElseThrow(NotFound::new);
    }

    /// Whoever was asked to rule rules in its own name.
    private static Map<String, String> withAuthority(
            Visit visit, ConsignmentView asked, Map<String, String> known) {
        var own = visit.reader().organisation().value();
        var typed = new HashMap<>(known);
        if (asked.head().authorities().contains(own)) {
            typed.putIfAbsent("authority", own);
        }
        return typed;
    }

    /// The form with as many lines as were there when it was sent, and so many more.
    private static OpenForm request(Visit visit, Map<String, String> typed, int more) {
        int had =
                typed.keySet().stream()
                        .map(LINE::matcher)
                        .filter(name -> name.matches())
                        .mapToInt(name -> Integer.parseInt(name.group(1)))
                        .max()
                        .orElse(0);
        var lines =
                IntStream.rangeClosed(1, Math.min(Math.max(had, LINES) + more, MOST_LINES))
                        .mapToObj(line -> line(visit, line))
                        .toList();
        return new OpenForm(REQUEST, "/flow/request", "/flow", Map.of(), lines, true);
    }

    private static SayLine line(Visit visit, int line) {
        var number = visit.words().number(line);
        return new SayLine(
                Integer.toString(line), number, visit.say("flow.form.line", number), line == 1);
    }

    private static OpenForm about(Visit visit, ConsignmentView asked, String name) {
        var form =
                ABOUT.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var consignment = asked.head().consignment();
        var path = "/flow/" + consignment;
        return new OpenForm(
                form,
                path + "/" + name,
                path,
                Map.of("consignment", consignment),
                asked.lines().stream().map(line -> line(visit, line)).toList(),
                false);
    }

    /// A line by what it is and how much of it was asked for.
    private static SayLine line(Visit visit, LineView line) {
        var asked =
                line.quantity() == null || line.unit() == null
                        ? ""
                        : " · " + FlowWords.amount(visit, line.quantity(), line.unit());
        var what = FlowWords.goods(visit, line);
        return new SayLine(line.line(), line.line(), what + asked, false);
    }
}
