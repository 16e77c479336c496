package org.parley.hub.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Speaker;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Forms that become one statement each.
@PageController
class SayController {

    private final Map<String, SayForm> forms = new LinkedHashMap<>();
    private final SayPages pages;
    private final Saying saying;

    SayController(List<SayForms> forms, SayPages pages, Saying saying) {
        forms.forEach(some -> some.forms().forEach(one -> this.forms.put(one.name(), one)));
        this.pages = pages;
        this.saying = saying;
    }

    /// The form, with what the link to it already knows.
    @GetMapping("/o/{operation}/say/{form}")
    FormPage form(Visit visit, @PathVariable String form, @RequestParam Map<String, String> known) {
        if (!visit.speaks()) {
            throw visit.speechless();
        }
        return pages.of(visit, form(form), known, FormPage.newStatement(), List.of());
    }

    @PostMapping("/o/{operation}/say/{form}")
    ResponseEntity<?> say(
            Visit visit,
            Speaker speaker,
            @PathVariable String form,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam Map<String, String> typed) {
        var asked = form(form);
        var read = new Typed(visit.words(), asked, typed);
        if (!read.problems().isEmpty()) {
            return mend(pages.of(visit, asked, typed, statement, read.problems()));
        }
        return switch (saying.say(visit, speaker, asked.type(), statement, read.says())) {
            case Saying.Answer.Said(var page) -> Redirects.to(visit.at(page));
            case Saying.Answer.Mend(var problems, var next) ->
                    mend(pages.of(visit, asked, typed, next, problems));
        };
    }

    private static ResponseEntity<FormPage> mend(FormPage page) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page);
    }

    private SayForm form(String name) {
        var form = forms.get(name);
        if (form == null) {
            throw new NotFound();
        }
        return form;
    }
}
