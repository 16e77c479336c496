package org.parley.hub.api;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.hub.journal.Kinds;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The API's description in OpenAPI 3.1, made from the controllers that answer, the records that
/// they read and write, and the statements that the features understand: what is described is what
/// there is.
@Component
class OpenApi {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String ABOUT =
            """
            One journal of attributed statements, shared by organisations that do not trust each \
            other. Everything that can be said goes in at `POST …/statements`, by type; everything \
            else reads.

            **Who asks**: `Authorization: Bearer` with a session's token. What a reader may not see \
            does not exist for them: hidden and absent are the same 404.

            **As known at**: every read takes `asOf`, a log size or an instant, and answers with \
            what was known then. The same question about a past moment has the same bytes as \
            answer for ever, as long as nothing in it was erased and the reader's clearance is the \
            same.

            **Sending again**: each statement has an id made by its sender. The same id with the \
            same content brings the same receipt (200 instead of 201); 202 means stored, receipt \
            pending, ask again with the same id.

            **Pages**: lists take `limit` (1 to 500) and `after`; the header `Link: rel="next"` \
            leads to the next page.

            **Problems**: RFC 9457, with a stable `code`, in the language of `Accept-Language` \
            (`en`, `ar`, `he`, `fr`; `lang` goes first). 400 tells every value that cannot be, \
            `errors[].field` names its place.

            **Limits**: 429 and 503 come with `Retry-After`. Each field of a body has a class, \
            `x-field-class`, F0 (header) to F3 (exact); a reader sees the fields up to their own.
            """;

    private final RequestMappingHandlerMapping mappings;
    private final Kinds kinds;
    private final Wording wording;

    OpenApi(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            Kinds kinds,
            Wording wording) {
        this.mappings = mappings;
        this.kinds = kinds;
        this.wording = wording;
    }

    /// One method at one address.
    record Endpoint(String path, String method, RequestMappingInfo info, HandlerMethod handler) {}

    ObjectNode document() {
        var schemas = new Schemas();
        new StatementForms(kinds).into(schemas);
        schemas.of(Answers.RecordedView.class);
        var document = JSON.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Parley")
                .put("version", "1")
                .put("description", ABOUT)
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("security").addObject().putArray("session");
        var paths = document.putObject("paths");
        for (var endpoint : endpoints()) {
            paths.withObject("/" + endpoint.path().replace("~", "~0").replace("/", "~1"))
                    .set(endpoint.method(), new EndpointForm(endpoint, schemas).form());
        }
        var components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("session")
                .put("type", "http")
                .put("scheme", "bearer");
        components.putObject("responses").set("Problem", problem());
        schemas.named().put("Problem", problemForm());
        var named = components.putObject("schemas");
        schemas.named().forEach(named::set);
        codes("refusal.", document.putObject("x-problem-codes"));
        codes("fault.", document.putObject("x-value-codes"));
        return document;
    }

    private List<Endpoint> endpoints() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> isOurs(entry.getValue()))
                .flatMap(entry -> endpoints(entry.getKey(), entry.getValue()))
                .filter(endpoint -> !endpoint.path().startsWith("/api/v1/openapi"))
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    private static boolean isOurs(HandlerMethod handler) {
        var type = handler.getBeanType();
        return type.getName().startsWith("org.parley.hub.")
                && !type.getName().startsWith("org.parley.hub.console.")
                && type.isAnnotationPresent(RestController.class);
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo info, HandlerMethod handler) {
        return info.getPatternValues().stream()
                .flatMap(
                        pattern ->
                                info.getMethodsCondition().getMethods().stream()
                                        .map(
                                                method ->
                                                        new Endpoint(
                                                                path(pattern),
                                                                word(method),
                                                                info,
                                                                handler)));
    }

    /// `{*path}` and `{level:[0-7]}` without what only Spring understands.
    private static String path(String pattern) {
        return pattern.replaceAll("\\{\\*?([A-Za-z]+)(:[^}]*)?}", "{$1}");
    }

    private static String word(RequestMethod method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode problem() {
        var problem = JSON.createObjectNode().put("description", "What went wrong, after RFC 9457");
        problem.putObject("content")
                .putObject("application/problem+json")
                .set("schema", Schemas.reference("Problem"));
        return problem;
    }

    private static ObjectNode problemForm() {
        var form = Schemas.of("object");
        var properties = form.putObject("properties");
        properties.set("type", Schemas.of("string").put("format", "uri-reference"));
        properties.set("title", Schemas.of("string"));
        properties.set("status", Schemas.of("integer"));
        properties.set("detail", Schemas.of("string"));
        properties.set("instance", Schemas.of("string").put("format", "uri-reference"));
        properties.set("code", Schemas.of("string"));
        properties.set("facts", Schemas.of("object"));
        var error = Schemas.of("object");
        error.putObject("properties")
                .set("field", Schemas.of("string"))
                .set("problem", Schemas.of("string"))
                .set("code", Schemas.of("string"))
                .set("facts", Schemas.of("object"));
        properties.set("errors", Schemas.of("array").set("items", error));
        form.putArray("required").add("type").add("title").add("status").add("code");
        return form;
    }

    private void codes(String beginning, ObjectNode codes) {
        var sentences = new TreeMap<String, String>();
        for (var key : wording.keys(beginning)) {
            wording.find(Locale.ENGLISH, key, Map.of())
                    .ifPresent(text -> sentences.put(key.substring(beginning.length()), text));
        }
        sentences.forEach(codes::put);
    }
}
