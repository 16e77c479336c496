package org.parley.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.parley.hub.access.Refusing;
import org.parley.hub.journal.Refusal;
import org.parley.kernel.InvalidValue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What went wrong, as RFC 9457 problems with a stable code and a sentence in the reader's
/// language.
@Component
public class Problems implements Refusing {

    private final Wording wording;
    private final Languages languages;
    private final JsonMapper json;
    private final EvenAbsence absence;

    Problems(Wording wording, Languages languages, JsonMapper json, EvenAbsence absence) {
        this.wording = wording;
        this.languages = languages;
        this.json = json;
        this.absence = absence;
    }

    /// A refusal as a problem.
    public ResponseEntity<ProblemDetail> of(
            HttpStatus status, Refusal why, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, languages.of(request).getLanguage())
                .body(detail(Problem.of(status, why), request));
    }

    private ProblemDetail detail(Problem problem, HttpServletRequest request) {
        var language = languages.of(request);
        var status = problem.status();
        var why = problem.why();
        var detail = ProblemDetail.forStatus(status);
        detail.setType(URI.create("/problems/" + why.code()));
        detail.setTitle(
                wording.find(language, "problem." + status.value(), Map.of())
                        .orElse(status.getReasonPhrase()));
        detail.setDetail(
                wording.find(language, "refusal." + why.code(), why.facts()).orElse(why.code()));
        detail.setProperty("code", why.code());
        if (!why.facts().isEmpty()) {
            detail.setProperty("facts", wording.plain(language, why.facts()));
        }
        if (!problem.errors().isEmpty()) {
            detail.setProperty(
                    "errors",
                    problem.errors().stream().map(value -> error(language, value)).toList());
        }
        return detail;
    }

    private Map<String, Object> error(Locale language, InvalidValue value) {
        var error = new LinkedHashMap<String, Object>();
        error.put("field", value.field());
        error.put("problem", wording.of(language, value));
        error.put("code", value.code());
        if (!value.facts().isEmpty()) {
            error.put("facts", wording.plain(language, value.facts()));
        }
        return error;
    }

    /// Answers with the problem that an exception is.
    void write(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!Diagnosis.isHungUp(thrown)) {
            write(Diagnosis.of(thrown), request, response);
        }
    }

    /// Answers with a problem, where nothing has been answered yet.
    void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (problem.status() == HttpStatus.NOT_FOUND) {
            absence.hold(request);
        }
        response.resetBuffer();
        response.setStatus(problem.status().value());
        problem.headers()
                .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, languages.of(request).getLanguage());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(detail(problem, request)));
    }

    @Override
    public void refuse(
            int status, String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(Problem.of(HttpStatus.valueOf(status), code), request, response);
    }
}
