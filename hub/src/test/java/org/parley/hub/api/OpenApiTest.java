package org.parley.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.hub.HubClient;
import org.parley.hub.HubUnderTest;
import org.parley.hub.journal.Kinds;
import tools.jackson.databind.JsonNode;

/// The description of the API is the one that is checked in, describes every statement, and
/// nothing that is not there.
class OpenApiTest {

    private static final Path CHECKED_IN = Path.of("../docs/openapi.json");
    private static final String RENEW =
            "mvn -pl hub -am test -Dtest=OpenApiTest -Dopenapi.write=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    private final HubUnderTest hub = HubUnderTest.shared();
    private final JsonNode served = hub.stranger().get("/api/v1/openapi.json").json();

    @Test
    void theCheckedInDescriptionIsTheServedOne() throws IOException {
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(CHECKED_IN.getParent());
            Files.writeString(
                    CHECKED_IN,
                    HubClient.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(served)
                            + "\n");
        }
        assertThat(CHECKED_IN).exists();
        assertThat(HubClient.JSON.readTree(Files.readAllBytes(CHECKED_IN)).equals(served))
                .as("docs/openapi.json is not what the hub serves; renew it with: " + RENEW)
                .isTrue();
    }

    @Test
    void everyTypeOfStatementHasItsForm() {
        for (var kind : hub.bean(Kinds.class).list()) {
            var form = served.at("/components/schemas/statement." + kind.type());
            assertThat(form.at("/properties/type/const").asString("")).isEqualTo(kind.type());
            var body = resolved(form.at("/properties/says"));
            for (var component : kind.body().getRecordComponents()) {
                assertThat(
                                body.at("/properties/" + component.getName() + "/x-field-class")
                                        .asString(""))
                        .as(kind.type() + "." + component.getName())
                        .matches("F[0-3]");
            }
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var broken = new TreeSet<String>();
        for (var reference : served.findValuesAsString("$ref")) {
            if (served.at(reference.substring(1)).isMissingNode()) {
                broken.add(reference);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyReadOfAnOperationTakesAnEarlierMoment() {
        for (var path : served.required("paths").properties()) {
            var get = path.getValue().path("get");
            if (path.getKey().startsWith("/api/v1/operations/{operation}/") && get.isObject()) {
                assertThat(names(get)).as(path.getKey()).contains("operation", "asOf", "lang");
            }
        }
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        var ids = served.required("paths").findValuesAsString("operationId");

        assertThat(ids).hasSizeGreaterThan(25).doesNotHaveDuplicates();
    }

    private static Stream<String> names(JsonNode endpoint) {
        return endpoint.path("parameters")
                .valueStream()
                .map(each -> each.required("name").asString());
    }

    private JsonNode resolved(JsonNode form) {
        return form.has("$ref") ? served.at(form.get("$ref").asString().substring(1)) : form;
    }
}
