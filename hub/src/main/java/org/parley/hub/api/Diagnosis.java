package org.parley.hub.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.HubReadOnly;
import org.parley.hub.journal.HubStopping;
import org.parley.hub.journal.NoSuchOperation;
import org.parley.hub.journal.UnknownStatementType;
import org.parley.kernel.InvalidValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/// Which problem a thrown exception is. What is hidden and what never was are the same problem;
/// whatever is not known here is a fault of ours, told by a number alone.
final class Diagnosis {

    private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);
    private static final int SOON = 5;
    private static final int WHEN_RESTORED = 300;

    private Diagnosis() {}

    static Problem of(Throwable thrown) {
        for (var each = thrown; each != null; each = each.getCause()) {
            var known = known(each);
            if (known != null) {
                return known;
            }
        }
        return thrown instanceof ErrorResponse other
                ? byStatus(HttpStatus.valueOf(other.getStatusCode().value()))
                : fault(thrown);
    }

    private static @Nullable Problem known(Throwable thrown) {
        return switch (thrown) {
            case InvalidValue value -> Problem.invalid(List.of(value));
            case InvalidValues all -> Problem.invalid(all.values());
            case NotFound _,
                    NoSuchOperation _,
                    NoResourceFoundException _,
                    NoHandlerFoundException _ ->
                    Problem.notFound();
            case NotAllowed refused -> Problem.of(HttpStatus.FORBIDDEN, refused.why());
            case ActRefused refused -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, refused.why());
            case NotSigned refused -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, refused.why());
            case UnknownStatementType unknown ->
                    Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "journal.unknown-type",
                            Map.of("type", String.valueOf(unknown.type())));
            case TooMuch much -> tooMuch(much.most());
            case MaxUploadSizeExceededException much -> tooMuch(much.getMaxUploadSize());
            case MultipartException _ -> Problem.of(HttpStatus.BAD_REQUEST, "api.no-body");
            case MissingServletRequestPartException part -> missing(part.getRequestPartName());
            case MissingServletRequestParameterException parameter ->
                    missing(parameter.getParameterName());
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case HttpRequestMethodNotSupportedException method -> method(method);
            case HttpMediaTypeNotSupportedException type ->
                    byStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                            .with(
                                    HttpHeaders.ACCEPT,
                                    MediaType.toString(type.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException _ -> byStatus(HttpStatus.NOT_ACCEPTABLE);
            case JacksonException json -> malformed(json);
            case BadRequestException _ -> byStatus(HttpStatus.BAD_REQUEST); // chunks that are none
            case HttpMessageNotReadableException unread when unread.getCause() == null ->
                    Problem.of(HttpStatus.BAD_REQUEST, "api.no-body");
            default -> notNow(thrown);
        };
    }

    private static @Nullable Problem notNow(Throwable thrown) {
        return switch (thrown) {
            case HubReadOnly why ->
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, why.refusal())
                            .retryAfter(WHEN_RESTORED);
            case HubStopping _ ->
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "api.stopping").retryAfter(SOON);
            case CannotCreateTransactionException _,
                    DataAccessResourceFailureException _,
                    RecoverableDataAccessException _,
                    QueryTimeoutException _,
                    TransientDataAccessException _ ->
                    storeAway(thrown);
            case AsyncRequestTimeoutException _ ->
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "api.too-slow").retryAfter(SOON);
            default -> null;
        };
    }

    private static Problem storeAway(Throwable thrown) {
        LOG.atWarn().setCause(thrown).log("The store does not answer");
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "api.store-away").retryAfter(SOON);
    }

    private static Problem tooMuch(long most) {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE, "api.too-large", Map.of("most", Math.max(0, most)));
    }

    private static Problem missing(String field) {
        return Problem.invalid(List.of(new InvalidValue(field, "value.missing", "is missing")));
    }

    /// A path that cannot be names nothing; a parameter that cannot be is somebody's mistake.
    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Problem.notFound();
        }
        for (Throwable each = mismatch; each != null; each = each.getCause()) {
            if (each instanceof InvalidValue value) {
                return Problem.invalid(List.of(value.at(mismatch.getName())));
            }
        }
        var wanted = mismatch.getRequiredType();
        return Problem.invalid(
                List.of(
                        JsonWords.expected(
                                mismatch.getName(), wanted == null ? Object.class : wanted)));
    }

    private static Problem method(HttpRequestMethodNotSupportedException method) {
        var problem = byStatus(HttpStatus.METHOD_NOT_ALLOWED);
        var supported = method.getSupportedHttpMethods();
        if (supported != null) {
            problem.headers().setAllow(supported);
        }
        return problem;
    }

    private static Problem malformed(JacksonException json) {
        var where = json.getLocation();
        var facts = new HashMap<String, Object>();
        facts.put("line", where == null ? 0 : Math.max(0, where.getLineNr()));
        facts.put("column", where == null ? 0 : Math.max(0, where.getColumnNr()));
        facts.put("problem", JsonWords.of("", json));
        return Problem.of(HttpStatus.BAD_REQUEST, "api.malformed-json", facts);
    }

    /// A problem that has no more to it than its status.
    static Problem byStatus(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> Problem.notFound();
            case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE ->
                    Problem.of(status, "api.http-" + status.value());
            default ->
                    status.is4xxClientError()
                            ? Problem.of(status, "api.http-400")
                            : fault(new IllegalStateException("Answered " + status));
        };
    }

    private static Problem fault(Throwable thrown) {
        var number = UUID.randomUUID();
        LOG.atError().addKeyValue("fault", number).setCause(thrown).log("A request broke the hub");
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR, "api.fault", Map.of("number", number.toString()));
    }

    /// Whether the one who asked has gone, so that nobody hears an answer.
    static boolean isHungUp(Throwable thrown) {
        for (var each = thrown; each != null; each = each.getCause()) {
            var name = each.getClass().getSimpleName();
            if (name.equals("ClientAbortException")
                    || name.equals("AsyncRequestNotUsableException")) {
                return true;
            }
        }
        return false;
    }
}
