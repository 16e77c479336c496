package org.parley.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.hub.api.EvenAbsence;
import org.parley.hub.api.NotAllowed;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.StepUp;
import org.parley.hub.journal.HubReadOnly;
import org.parley.hub.journal.HubStopping;
import org.parley.hub.journal.NoSuchOperation;
import org.parley.kernel.InvalidValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/// What went wrong, as a page in the reader's language that says what they can do.
@ControllerAdvice(annotations = PageController.class)
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Visits visits;
    private final VerifyAgain verifyAgain;
    private final EvenAbsence absence;

    ErrorPages(Visits visits, VerifyAgain verifyAgain, EvenAbsence absence) {
        this.visits = visits;
        this.verifyAgain = verifyAgain;
        this.absence = absence;
    }

    @ExceptionHandler({NotFound.class, NoSuchOperation.class})
    ResponseEntity<ErrorPage> notFound(HttpServletRequest request) {
        absence.hold(request);
        return page(request, HttpStatus.NOT_FOUND, List.of(), Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<? extends Page> notAllowed(NotAllowed refused, HttpServletRequest request) {
        var visitor = visits.visitor(request);
        if (refused.why().code().equals(StepUp.CODE)
                && request.getMethod().equals("POST")
                && visitor.who().isPresent()) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(verifyAgain.page(visitor, visitor.who().get(), request));
        }
        var words = visitor.words();
        return page(
                request,
                HttpStatus.FORBIDDEN,
                List.of(words.refusal(refused.why())),
                Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ErrorPage> invalid(InvalidValue value, HttpServletRequest request) {
        var words = visits.visitor(request).words();
        return page(
                request,
                HttpStatus.BAD_REQUEST,
                List.of(words.say("error.value", value.field())),
                Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ErrorPage> tooLarge(
            MaxUploadSizeExceededException large, HttpServletRequest request) {
        return page(request, HttpStatus.CONTENT_TOO_LARGE, List.of(), Optional.empty());
    }

    @ExceptionHandler(HubStopping.class)
    ResponseEntity<ErrorPage> unavailable(HttpServletRequest request) {
        return page(request, HttpStatus.SERVICE_UNAVAILABLE, List.of(), Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ErrorPage> pending(ReceiptPending stored, HttpServletRequest request) {
        return page(request, HttpStatus.ACCEPTED, "pending", List.of(), Optional.empty());
    }

    /// Waiting does not help here: the reader is told why, and who can mend it.
    @ExceptionHandler
    ResponseEntity<ErrorPage> readOnly(HubReadOnly why, HttpServletRequest request) {
        return page(
                request,
                HttpStatus.SERVICE_UNAVAILABLE,
                "read-only",
                List.of(visits.visitor(request).words().refusal(why.refusal())),
                Optional.empty());
    }

    /// The reader has gone: there is nobody to answer.
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException closed) {
        LOG.atTrace().setCause(closed).log("A reader went away");
    }

    /// Whatever else is a fault of ours: a number to quote, nothing of the inside.
    @ExceptionHandler
    ResponseEntity<ErrorPage> fault(Exception fault, HttpServletRequest request) {
        if (fault instanceof ErrorResponse known) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            return page(request, status, List.of(), Optional.empty());
        }
        var number = UUID.randomUUID();
        LOG.atError().addKeyValue("fault", number).setCause(fault).log("A page broke");
        return page(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                List.of(),
                Optional.of(number.toString()));
    }

    /// The page for a status, inside the operation where the reader may enter it.
    ResponseEntity<ErrorPage> page(
            HttpServletRequest request,
            HttpStatus status,
            List<String> details,
            Optional<String> reference) {
        return page(request, status, kind(status), details, reference);
    }

    private ResponseEntity<ErrorPage> page(
            HttpServletRequest request,
            HttpStatus status,
            String kind,
            List<String> details,
            Optional<String> reference) {
        var visitor = visits.visitor(request);
        var title = visitor.say("error." + kind);
        var shell = inside(request, title).orElseGet(() -> visitor.shell(title));
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new ErrorPage(shell, status.value(), kind, details, reference));
    }

    private Optional<Shell> inside(HttpServletRequest request, String title) {
        try {
            return Optional.of(visits.visit(request).shell(Optional.empty(), title));
        } catch (NotFound | InvalidValue outside) {
            return Optional.empty();
        }
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case UNAUTHORIZED, FORBIDDEN -> "forbidden";
            case CONTENT_TOO_LARGE -> "too-large";
            case SERVICE_UNAVAILABLE -> "unavailable";
            default -> status.is4xxClientError() ? "bad-request" : "broken";
        };
    }
}
