package org.parley.hub.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Speaker;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Plain forms, by name.
@PageController
class SayController {

    private final Map<String, PlainForm> forms = new LinkedHashMap<>();
    private final SayDesk desk;

    SayController(List<SayForms> forms, SayDesk desk) {
        forms.forEach(some -> some.forms().forEach(one -> this.forms.put(one.name(), one)));
        this.desk = desk;
    }

    @GetMapping("/o/{operation}/say/{form}")
    FormPage form(Visit visit, @PathVariable String form, @RequestParam Map<String, String> known) {
        return desk.fresh(visit, form(form), known);
    }

    @PostMapping("/o/{operation}/say/{form}")
    ResponseEntity<?> say(
            Visit visit,
            Speaker speaker,
            @PathVariable String form,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam Map<String, String> typed) {
        return desk.say(visit, speaker, form(form), statement, typed);
    }

    private OpenForm form(String name) {
        var form = forms.get(name);
        if (form == null) {
            throw new NotFound();
        }
        return OpenForm.plain(form, "/say/" + name);
    }
}
