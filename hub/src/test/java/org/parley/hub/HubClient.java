package org.parley.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a program of a partner sends to a hub, and what comes back. Each answer must come within
/// half a minute: a hub that hangs fails the test.
///
/// @param token of the session; null for whoever is not signed in
public record HubClient(URI address, @Nullable String token) {

    /// `-Dhub.patience=SECONDS` for long runs on a machine that is stopped meanwhile.
    private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("hub.patience", 30));

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    public static final JsonMapper JSON = JsonMapper.builder().build();

    /// An answer, its body as bytes and as what they mean.
    public record Answer(int status, HttpResponse<byte[]> response) {

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /// A header's value, empty where it is not there.
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /// A request to an absolute path, to be completed.
    public HttpRequest.Builder to(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// @param headers name, value, name, value …
    public Answer get(String path, String... headers) {
        var request = to(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Answer post(String path, String json, String... headers) {
        var request = to(path).POST(BodyPublishers.ofString(json));
        request.setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /// Says something in [HubUnderTest#OPERATION] under a new id.
    public Answer say(String type, Map<String, ?> says) {
        return post(
                inOperation("/statements"),
                JSON.writeValueAsString(
                        Map.of("type", type, "id", UUID.randomUUID().toString(), "says", says)));
    }

    /// A path of the API in [HubUnderTest#OPERATION].
    public static String inOperation(String path) {
        return "/api/v1/operations/" + HubUnderTest.OPERATION + path;
    }
}
