package org.parley.hub.api;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Serves the API's description to anybody.
@RestController
class OpenApiDocument {

    private final OpenApi description;

    OpenApiDocument(OpenApi description) {
        this.description = description;
    }

    @GetMapping(value = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode document() {
        return description.document();
    }
}
