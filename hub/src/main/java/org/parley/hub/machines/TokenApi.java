package org.parley.hub.machines;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.hub.api.Wording;
import org.parley.hub.signin.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where machines get their tokens (RFC 6749, section 4.4, with RFC 7523 and RFC 9449).
@RestController
class TokenApi {

    static final String ADDRESS = "/api/v1/token";

    private static final String ASSERTION =
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// The members' names are OAuth's.
    ///
    /// @param token to be sent as `Authorization: DPoP`, with a proof for each request
    /// @param lastsSeconds from now on
    record TokenView(
            @JsonProperty("access_token") String token,
            @JsonProperty("token_type") String type,
            @JsonProperty("expires_in") long lastsSeconds) {}

    /// @param error OAuth's word for it
    /// @param description a sentence in English, as OAuth wants
    /// @param code the hub's own word, explained at `/problems`
    record TokenFault(
            String error, @JsonProperty("error_description") String description, String code) {}

    private final Tokens tokens;
    private final Wording wording;

    TokenApi(Tokens tokens, Wording wording) {
        this.tokens = tokens;
        this.wording = wording;
    }

    @PostMapping(value = ADDRESS, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> token(HttpServletRequest request) {
        if (!one(request, "grant_type").equals("client_credentials")) {
            return fault(400, "unsupported_grant_type", "machines.grant");
        }
        if (!one(request, "client_assertion_type").equals(ASSERTION)) {
            return fault(400, "invalid_request", "machines.grant");
        }
        try {
            var token = tokens.get(one(request, "client_assertion"), request);
            return ResponseEntity.ok()
                    .header("Cache-Control", "no-store")
                    .body(new TokenView(token, "DPoP", Tokens.LASTS.toSeconds()));
        } catch (Refused refused) {
            var code = refused.why().code();
            return code.startsWith("machines.proof")
                    ? fault(400, "invalid_dpop_proof", code)
                    : fault(401, "invalid_client", code);
        }
    }

    /// A parameter that is sent once; OAuth refuses repeated ones.
    private static String one(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values == null ? "" : List.of(values).size() == 1 ? values[0] : "";
    }

    private ResponseEntity<TokenFault> fault(int status, String error, String code) {
        return ResponseEntity.status(status)
                .header("Cache-Control", "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        new TokenFault(
                                error,
                                wording.find(Locale.ENGLISH, "refusal." + code, Map.of())
                                        .orElse(code)
                                        .replace('’', '\''),
                                code));
    }
}
