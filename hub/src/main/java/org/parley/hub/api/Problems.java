package org.parley.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.hub.journal.HubReadOnly;
import org.parley.hub.journal.HubStopping;
import org.parley.hub.journal.NoSuchOperation;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.UnknownStatementType;
import org.parley.kernel.InvalidValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;

/// What went wrong, as RFC 9457 problems with a stable code and a sentence in the reader's
// language.
/// Only JSON endpoints; the console shows pages.
@Component
@RestControllerAdvice(annotations = RestController.class)
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Wording wording;
    private final Languages languages;

    Problems(Wording wording, Languages languages) {
        this.wording = wording;
        this.languages = languages;
    }

    /// A refusal as a problem.
    public ResponseEntity<ProblemDetail> of(
            HttpStatus status, Refusal why, HttpServletRequest request) {
        return answer(problem(status, why, request));
    }

    private ProblemDetail problem(HttpStatus status, Refusal why, HttpServletRequest request) {
        var language = languages.of(request);
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems/" + why.code()));
        problem.setTitle(
                wording.find(language, "problem." + status.value(), Map.of())
                        .orElse(status.getReasonPhrase()));
        problem.setDetail(
                wording.find(language, "refusal." + why.code(), why.facts()).orElse(why.code()));
        problem.setProperty("code", why.code());
        if (!why.facts().isEmpty()) {
            problem.setProperty("facts", why.facts());
        }
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(problem);
    }

    @ExceptionHandler({NotFound.class, NoSuchOperation.class})
    ResponseEntity<ProblemDetail> notFound(HttpServletRequest request) {
        return of(HttpStatus.NOT_FOUND, new Refusal("api.not-found", Map.of()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAllowed(NotAllowed refused, HttpServletRequest request) {
        return of(HttpStatus.FORBIDDEN, refused.why(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidValue value, HttpServletRequest request) {
        return invalid(List.of(value), request);
    }

    /// All the values that cannot be, in one answer.
    public ResponseEntity<ProblemDetail> invalid(
            List<InvalidValue> values, HttpServletRequest request) {
        var first = values.getFirst();
        var problem =
                problem(
                        HttpStatus.BAD_REQUEST,
                        new Refusal("api.invalid-value", Map.of("field", first.field())),
                        request);
        problem.setProperty(
                "errors",
                values.stream()
                        .map(value -> Map.of("field", value.field(), "problem", value.problem()))
                        .toList());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            HttpMessageNotReadableException body, HttpServletRequest request) {
        if (body.getMostSpecificCause() instanceof InvalidValue value) {
            return invalid(value, request);
        }
        if (body.getCause() instanceof JacksonException json) {
            var where = json.getLocation();
            return of(
                    HttpStatus.BAD_REQUEST,
                    new Refusal(
                            "api.malformed-json",
                            Map.of(
                                    "line", where == null ? 0 : where.getLineNr(),
                                    "column", where == null ? 0 : where.getColumnNr(),
                                    "problem", json.getOriginalMessage())),
                    request);
        }
        return of(HttpStatus.BAD_REQUEST, new Refusal("api.no-body", Map.of()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknownType(
            UnknownStatementType unknown, HttpServletRequest request) {
        return of(
                HttpStatus.BAD_REQUEST,
                new Refusal("journal.unknown-type", Map.of("type", unknown.type())),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> readOnly(HubReadOnly why, HttpServletRequest request) {
        return of(
                HttpStatus.SERVICE_UNAVAILABLE,
                new Refusal(
                        "journal.read-only",
                        Map.of("storedSize", why.storedSize(), "signedSize", why.signedSize())),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stopping(HubStopping stopping, HttpServletRequest request) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, new Refusal("api.stopping", Map.of()), request);
    }

    /// Whatever else went wrong is a fault of ours: a number to quote, nothing of the inside.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(Exception fault, HttpServletRequest request) {
        if (fault instanceof ErrorResponse known) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            return of(status, new Refusal("api.http-" + status.value(), Map.of()), request);
        }
        var number = UUID.randomUUID();
        LOG.atError().addKeyValue("fault", number).setCause(fault).log("A request broke the hub");
        return of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                new Refusal("api.fault", Map.of("number", number)),
                request);
    }
}
