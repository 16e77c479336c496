package org.parley.hub.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A headless browser spoken to over its debugging protocol: open a page, run a script in it, take
/// a picture. The few calls that our tests need, so that no driver has to be installed.
final class Chromium implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private String session = "";

    static Optional<Path> installed() {
        return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path program) throws Exception {
        var profile = Files.createTempDirectory("parley-chromium");
        var process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-dev-shm-usage",
                                "--hide-scrollbars",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectErrorStream(true)
                        .start();
        return new Chromium(process, address(process));
    }

    private Chromium(Process process, String address) throws Exception {
        this.process = process;
        this.socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(URI.create(address), new Ear())
                        .get(20, TimeUnit.SECONDS);
        var target = call("Target.createTarget", Map.of("url", "about:blank"));
        session =
                call(
                                "Target.attachToTarget",
                                Map.of(
                                        "targetId",
                                        target.path("targetId").asString(),
                                        "flatten",
                                        true))
                        .path("sessionId")
                        .asString();
        call("Page.enable", Map.of());
    }

    private static String address(Process process) throws IOException {
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            int at = line.indexOf("ws://");
            if (at >= 0) {
                Thread.ofVirtual().start(() -> drain(out));
                return line.substring(at).strip();
            }
        }
        throw new IOException("Chromium ended before it listened");
    }

    /// A full pipe would stop the browser.
    private static void drain(BufferedReader out) {
        try (out) {
            while (out.readLine() != null) {
                continue;
            }
        } catch (IOException ended) {
            return;
        }
    }

    void size(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void prefer(String scheme) {
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void scripts(boolean on) {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    void open(String url) throws InterruptedException {
        call("Page.navigate", Map.of("url", url));
        for (int i = 0; i < 200; i++) {
            if (run("location.href !== 'about:blank' && document.readyState")
                    .asString("")
                    .equals("complete")) {
                return;
            }
            Thread.sleep(25);
        }
        throw new IllegalStateException("Not loaded: " + url);
    }

    /// Runs a script that leads to another page, and waits for that page.
    void follow(String script) throws InterruptedException {
        run("window.left = true");
        call("Runtime.evaluate", Map.of("expression", script));
        await("window.left === undefined && document.readyState === 'complete'");
    }

    /// Waits until an expression in the page holds.
    void await(String condition) throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            try {
                if (run(condition).asBoolean(false)) {
                    return;
                }
            } catch (IllegalStateException betweenPages) {
                Thread.sleep(10);
            }
            Thread.sleep(25);
        }
        throw new IllegalStateException("Never came true: " + condition);
    }

    /// The cookies of the page's host, as a request sends them.
    String cookies() {
        var cookies = new StringBuilder();
        call("Network.getCookies", Map.of())
                .path("cookies")
                .forEach(
                        cookie ->
                                cookies.append(cookies.isEmpty() ? "" : "; ")
                                        .append(cookie.path("name").asString())
                                        .append('=')
                                        .append(cookie.path("value").asString()));
        return cookies.toString();
    }

    /// The value of an expression in the page; promises are waited for.
    JsonNode run(String script) {
        var answer =
                call(
                        "Runtime.evaluate",
                        Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    byte[] picture() {
        return Base64.getDecoder()
                .decode(
                        call("Page.captureScreenshot", Map.of("format", "png"))
                                .path("data")
                                .asString());
    }

    JsonNode call(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        var message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(message.toString(), true).join();
        var reply = answer.orTimeout(60, TimeUnit.SECONDS).join();
        if (reply.has("error")) {
            throw new IllegalStateException(method + ": " + reply.path("error"));
        }
        return reply.path("result");
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private final class Ear implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                var message = JSON.readTree(text.toString());
                text.setLength(0);
                var answer = waiting.remove(message.path("id").asInt(-1));
                if (answer != null) {
                    answer.complete(message);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
