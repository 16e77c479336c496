package org.parley.hub.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/// A browser without script: gets pages, fills in forms, follows nothing by itself.
final class Browse {

    private static final Pattern INPUT =
            Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern AREA =
            Pattern.compile(
                    "<textarea[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern CHOSEN =
            Pattern.compile(
                    "<select[^>]*name=\"([^\"]+)\"(?:(?!</select>).)*?value=\"([^\"]*)\" selected",
                    Pattern.DOTALL);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String cookies;

    Browse(String base, String cookies) {
        this.base = base;
        this.cookies = cookies;
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(base).resolve(path))
                        .header("Accept-Language", "en");
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }

    HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    String get(String path) throws IOException, InterruptedException {
        return ask(path).body();
    }

    /// How many bytes go over the wire, gzipped by the hub.
    long weight(String path) throws IOException, InterruptedException {
        var answer =
                client.send(
                        request(path).header("Accept-Encoding", "gzip").build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        return answer.body().length;
    }

    /// The fields of the page's last form, as they stand.
    Map<String, String> fields(String page) {
        var fields = new LinkedHashMap<String, String>();
        var form = page.substring(page.lastIndexOf("class=\"form\""));
        for (var pattern : List.of(INPUT, AREA, CHOSEN)) {
            pattern.matcher(form)
                    .results()
                    .forEach(one -> fields.put(one.group(1), HtmlUtils.htmlUnescape(one.group(2))));
        }
        return fields;
    }

    HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var body =
                fields.entrySet().stream()
                        .map(
                                one ->
                                        URLEncoder.encode(one.getKey(), UTF_8)
                                                + "="
                                                + URLEncoder.encode(one.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
