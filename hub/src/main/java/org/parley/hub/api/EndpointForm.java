package org.parley.hub.api;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One endpoint as OpenAPI describes it.
record EndpointForm(OpenApi.Endpoint endpoint, Schemas schemas) {

    private static final JsonMapper JSON = JsonMapper.shared();
    static final Pattern IN_PATH = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final List<String> OPEN =
            List.of("/health", "/log/", "/problems", "/metrics", "/api/v1/token");

    ObjectNode form() {
        var method = endpoint.handler().getMethod();
        var owner = endpoint.handler().getBeanType();
        var form = JSON.createObjectNode();
        form.put("operationId", isOverloaded() ? operationId() + named() : operationId());
        form.put("summary", summary());
        form.putArray("tags").add(module(owner));
        if (OPEN.stream().anyMatch(endpoint.path()::startsWith)
                || operationId().equals("Sessions.open")) {
            form.putArray("security");
        }
        var parameters = form.putArray("parameters");
        new EndpointParameters(endpoint, schemas).forms().forEach(parameters::add);
        body(method.getParameters()).ifPresent(body -> form.set("requestBody", body));
        form.set("responses", responses(method.getGenericReturnType()));
        return form;
    }

    private static String module(Class<?> owner) {
        return owner.getPackageName().substring("org.parley.hub.".length());
    }

    private String operationId() {
        return endpoint.handler().getBeanType().getSimpleName().replaceFirst("Api$", "")
                + "."
                + endpoint.handler().getMethod().getName();
    }

    private boolean isOverloaded() {
        var method = endpoint.handler().getMethod();
        return Arrays.stream(endpoint.handler().getBeanType().getDeclaredMethods())
                        .filter(other -> !other.isSynthetic())
                        .filter(other -> other.getName().equals(method.getName()))
                        .count()
                > 1;
    }

    /// What the path names, to tell methods of one name apart.
    private String named() {
        return IN_PATH.matcher(endpoint.path())
                .results()
                .map(found -> "." + found.group(1))
                .collect(Collectors.joining());
    }

    private String summary() {
        var what = endpoint.handler().getBeanType().getSimpleName().replaceFirst("Api$", "");
        var words =
                HUMP.splitAsStream(endpoint.handler().getMethod().getName())
                        .map(String::toLowerCase)
                        .toList();
        return what + ": " + String.join(" ", words);
    }

    static boolean isRequired(RequestParam query, Parameter parameter) {
        return query.required()
                && query.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                && parameter.getType() != Optional.class;
    }

    /// Whether it takes a file, whose other parameters then come with it.
    static boolean isUpload(OpenApi.Endpoint endpoint) {
        return List.of(endpoint.handler().getMethod().getParameterTypes())
                .contains(MultipartFile.class);
    }

    private Optional<ObjectNode> body(Parameter[] parameters) {
        if (isUpload(endpoint)) {
            return Optional.of(content("multipart/form-data", upload(parameters)));
        }
        if (operationId().equals("Token.token")) {
            return Optional.of(content("application/x-www-form-urlencoded", assertion()));
        }
        if (operationId().equals("SignedStatements.hear")) {
            return Optional.of(
                    content(
                            "text/plain",
                            Schemas.of("string")
                                    .put(
                                            "description",
                                            "What devices signed: compact JWS, one a line")));
        }
        for (var parameter : parameters) {
            if (parameter.isAnnotationPresent(RequestBody.class)) {
                return Optional.of(content("application/json", read(parameter)));
            }
        }
        return Optional.empty();
    }

    /// What RFC 7523 has a machine send.
    private static ObjectNode assertion() {
        var form = Schemas.of("object");
        var properties = form.putObject("properties");
        var required = form.putArray("required");
        for (var name : List.of("grant_type", "client_assertion_type", "client_assertion")) {
            properties.set(name, Schemas.of("string"));
            required.add(name);
        }
        return form;
    }

    private ObjectNode upload(Parameter[] parameters) {
        var form = Schemas.of("object");
        var properties = form.putObject("properties");
        var required = form.putArray("required");
        for (var parameter : parameters) {
            var query = parameter.getAnnotation(RequestParam.class);
            if (query != null) {
                properties.set(
                        parameter.getName(),
                        parameter.getType() == MultipartFile.class
                                ? Schemas.of("string").put("format", "binary")
                                : schemas.of(parameter.getParameterizedType()));
                if (isRequired(query, parameter)) {
                    required.add(parameter.getName());
                }
            }
        }
        return form;
    }

    /// What a controller that takes the bytes themselves reads from them.
    private ObjectNode read(Parameter parameter) {
        return switch (operationId()) {
            case "Statements.say", "Release.preview" -> Schemas.reference("Statement");
            case "Statements.sayAll" ->
                    Schemas.of("array")
                            .put("minItems", 1)
                            .put("maxItems", StatementsApi.MOST)
                            .set("items", Schemas.reference("Statement"));
            case "Sessions.open" -> schemas.of(SessionsApi.SessionRequest.class);
            default -> {
                var body = parameter.getAnnotation(Bodies.Of.class);
                yield schemas.of(body == null ? parameter.getParameterizedType() : body.value());
            }
        };
    }

    private static ObjectNode content(String type, ObjectNode schema) {
        var form = JSON.createObjectNode().put("required", true);
        form.putObject("content").putObject(type).set("schema", schema);
        return form;
    }

    private ObjectNode responses(Type returned) {
        var responses = JSON.createObjectNode();
        new TreeMap<>(success(returned)).forEach(responses::set);
        if (endpoint.path().startsWith("/api/")) {
            responses.set(
                    "default",
                    JSON.createObjectNode().put("$ref", "#/components/responses/Problem"));
        }
        return responses;
    }

    private Map<String, ObjectNode> success(Type returned) {
        return switch (operationId()) {
            case "Statements.say", "Proposals.agree" -> {
                var view = schemas.of(Answers.RecordedView.class);
                yield Map.of(
                        "200",
                        response("Recorded before, with the same content", view),
                        "201",
                        response("Recorded, with its receipt", view),
                        "202",
                        response(
                                "Stored; the receipt is pending, or a second person must agree",
                                view));
            }
            case "Sessions.open" ->
                    Map.of("201", response("Signed in", schemas.of(SessionsApi.SessionView.class)));
            case "Sessions.end", "Sessions.endOne" ->
                    Map.of("204", JSON.createObjectNode().put("description", "Signed out"));
            case "Machines.enrol", "Machines.addKey" ->
                    Map.of("201", response("Enrolled", unwrapped(returned)));
            case "Machines.revoke" ->
                    Map.of("204", JSON.createObjectNode().put("description", "Revoked"));
            case "Imports.start" -> Map.of("202", response("Begun", unwrapped(returned)));
            default -> Map.of("200", response("As asked", unwrapped(returned)));
        };
    }

    private @Nullable ObjectNode unwrapped(Type returned) {
        if (returned instanceof ParameterizedType generic
                && generic.getRawType() == ResponseEntity.class) {
            return unwrapped(generic.getActualTypeArguments()[0]);
        }
        boolean file =
                returned instanceof WildcardType
                        || returned == Resource.class
                        || returned == StreamingResponseBody.class
                        || returned == byte[].class
                        || returned == Void.class;
        return file ? null : schemas.of(returned);
    }

    private ObjectNode response(String description, @Nullable ObjectNode schema) {
        var response = JSON.createObjectNode().put("description", description);
        var types = endpoint.info().getProducesCondition().getProducibleMediaTypes();
        var type = types.isEmpty() ? "application/json" : types.iterator().next().toString();
        if (schema != null) {
            response.putObject("content").putObject(type).set("schema", schema);
        } else if (!types.isEmpty()) {
            response.putObject("content").putObject(type);
        }
        return response;
    }
}
