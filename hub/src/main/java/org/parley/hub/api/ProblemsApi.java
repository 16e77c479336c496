package org.parley.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the types of problems mean: the address in a problem's `type` leads here.
@RestController
@RequestMapping("/problems")
class ProblemsApi {

    private static final String REFUSAL = "refusal.";

    private final Wording wording;
    private final Languages languages;

    ProblemsApi(Wording wording, Languages languages) {
        this.wording = wording;
        this.languages = languages;
    }

    /// @param detail the sentence of its problems, with names in braces where facts stand
    record ProblemView(String code, String type, String detail) {}

    @GetMapping
    List<ProblemView> list(HttpServletRequest request) {
        return wording.keys(REFUSAL).stream()
                .map(key -> view(key.substring(REFUSAL.length()), request))
                .toList();
    }

    @GetMapping("/{code}")
    ProblemView find(@PathVariable String code, HttpServletRequest request) {
        if (!wording.keys(REFUSAL).contains(REFUSAL + code)) {
            throw new NotFound();
        }
        return view(code, request);
    }

    private ProblemView view(String code, HttpServletRequest request) {
        return new ProblemView(
                code,
                "/problems/" + code,
                wording.find(languages.of(request), REFUSAL + code, Map.of()).orElse(code));
    }
}
