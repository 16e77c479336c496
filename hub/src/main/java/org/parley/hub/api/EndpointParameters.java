package org.parley.hub.api;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What one endpoint takes from path, query and headers, as OpenAPI describes it.
record EndpointParameters(OpenApi.Endpoint endpoint, Schemas schemas) {

    private static final JsonMapper JSON = JsonMapper.shared();

    List<ObjectNode> forms() {
        var found = new ArrayList<ObjectNode>();
        var named = EndpointForm.IN_PATH.matcher(endpoint.path());
        while (named.find()) {
            found.add(inPath(named.group(1)));
        }
        for (var parameter : endpoint.handler().getMethod().getParameters()) {
            found.addAll(parameter(parameter));
        }
        return found;
    }

    private ObjectNode inPath(String name) {
        for (var parameter : endpoint.handler().getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(PathVariable.class)
                    && parameter.getName().equals(name)) {
                return described(name, "path", schemas.of(parameter.getParameterizedType()), true);
            }
        }
        return described(name, "path", Schemas.of("string"), true);
    }

    private static ObjectNode described(
            String name, String in, ObjectNode schema, boolean required) {
        var form = JSON.createObjectNode().put("name", name).put("in", in);
        if (required) {
            form.put("required", true);
        }
        return form.set("schema", schema);
    }

    private List<ObjectNode> parameter(Parameter parameter) {
        var type = parameter.getType();
        if (type == Asked.class) {
            return List.of(
                    described("asOf", "query", Schemas.of("string"), false)
                            .put(
                                    "description",
                                    "A log size, or an instant such as 2031-05-04T12:00:00Z"),
                    described("lang", "query", languages(), false),
                    described("If-None-Match", "header", Schemas.of("string"), false));
        }
        if (type == Paging.class) {
            return List.of(
                    described(
                            "limit",
                            "query",
                            Schemas.of("integer")
                                    .put("minimum", 1)
                                    .put("maximum", Paging.MOST)
                                    .put("default", Paging.USUAL),
                            false),
                    described("after", "query", Schemas.of("string"), false)
                            .put("description", "The cursor `next` of the page before"));
        }
        var query = parameter.getAnnotation(RequestParam.class);
        if (query != null && type != MultipartFile.class && !EndpointForm.isUpload(endpoint)) {
            return List.of(
                    described(
                            parameter.getName(),
                            "query",
                            schemas.of(parameter.getParameterizedType()),
                            EndpointForm.isRequired(query, parameter)));
        }
        var header = parameter.getAnnotation(RequestHeader.class);
        return header == null || header.name().equals("Authorization")
                ? List.of()
                : List.of(described(header.name(), "header", Schemas.of("string"), false));
    }

    private static ObjectNode languages() {
        var form = Schemas.of("string");
        var words = form.putArray("enum");
        Languages.SPOKEN.forEach(language -> words.add(language.getLanguage()));
        return form;
    }
}
