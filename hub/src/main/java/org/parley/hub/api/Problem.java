package org.parley.hub.api;

import java.util.List;
import java.util.Map;
import org.parley.hub.journal.Refusal;
import org.parley.kernel.InvalidValue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// What went wrong with a request, before it is put in words.
///
/// @param errors the values that cannot be, each with its place in the request
/// @param headers that the status calls for, such as `Retry-After`
record Problem(HttpStatus status, Refusal why, List<InvalidValue> errors, HttpHeaders headers) {

    static Problem of(HttpStatus status, String code) {
        return of(status, code, Map.of());
    }

    static Problem of(HttpStatus status, String code, Map<String, ?> facts) {
        return of(status, new Refusal(code, Map.copyOf(facts)));
    }

    static Problem of(HttpStatus status, Refusal why) {
        return new Problem(status, why, List.of(), new HttpHeaders());
    }

    static Problem notFound() {
        return of(HttpStatus.NOT_FOUND, "api.not-found");
    }

    static Problem invalid(List<InvalidValue> values) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                new Refusal("api.invalid-value", Map.of("field", values.getFirst().field())),
                List.copyOf(values),
                new HttpHeaders());
    }

    Problem with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    Problem retryAfter(long seconds) {
        return with(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
