package org.parley.hub.devices;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Languages;
import org.parley.hub.api.Wording;
import org.parley.kernel.InvalidValue;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Where couriers bring what devices signed. Whoever brings it needs no account: the signature says
/// whose word it is, and a text that came before brings the same receipt again.
@RestController
class SignedStatementsApi {

    static final String ADDRESS = "/api/v1/signed-statements";

    /// What became of one text.
    ///
    /// @param status `recorded`, `repeated`, `pending` or `refused`
    /// @param code why it was refused, explained at `/problems/CODE`
    /// @param problem the same in words
    /// @param errors what cannot be in the statement
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeardView(
            String id,
            String status,
            @Nullable Long index,
            @Nullable String receipt,
            @Nullable String code,
            @Nullable String problem,
            @Nullable List<ErrorView> errors) {}

    record ErrorView(String field, String code, String problem) {}

    private final SignedStatements statements;
    private final Wording wording;
    private final Languages languages;

    SignedStatementsApi(SignedStatements statements, Wording wording, Languages languages) {
        this.statements = statements;
        this.wording = wording;
        this.languages = languages;
    }

    @PostMapping(
            value = ADDRESS,
            consumes = {MediaType.TEXT_PLAIN_VALUE, "application/jose"})
    List<HeardView> hear(@RequestBody byte[] body, HttpServletRequest request) {
        var language = languages.of(request);
        return statements.hearAll(new String(body, UTF_8)).stream()
                .map(one -> view(language, one))
                .toList();
    }

    private HeardView view(Locale language, Heard heard) {
        return switch (heard.fate()) {
            case Heard.Fate.Recorded(long index, var receipt) ->
                    stored(heard, index, receipt.text());
            case Heard.Fate.Repeated(long index, var receipt) ->
                    stored(heard, index, receipt.text());
            case Heard.Fate.Pending(long index) -> stored(heard, index, null);
            case Heard.Fate.Refused(var refusal) ->
                    new HeardView(
                            heard.id(),
                            heard.fate().code(),
                            null,
                            null,
                            refusal.code(),
                            wording.find(language, "refusal." + refusal.code(), refusal.facts())
                                    .orElse(refusal.code()),
                            heard.problems().isEmpty()
                                    ? null
                                    : heard.problems().stream()
                                            .map(value -> error(language, value))
                                            .toList());
        };
    }

    private static HeardView stored(Heard heard, long index, @Nullable String receipt) {
        return new HeardView(heard.id(), heard.fate().code(), index, receipt, null, null, null);
    }

    private ErrorView error(Locale language, InvalidValue value) {
        return new ErrorView(value.field(), value.code(), wording.of(language, value));
    }
}
