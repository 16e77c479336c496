package org.parley.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.hub.access.ContentPolicy;

/// Every page, in every language, light and dark, in a real browser: axe finds nothing, and nothing
/// sticks out sideways on a phone. `-Dconsole.shots=DIR` keeps pictures.
class PagesInBrowserTest {

    private static final Map<String, byte[]> SERVED = new ConcurrentHashMap<>();
    private static final Templates TEMPLATES = new Templates((html, _) -> html);

    private static @Nullable Chromium browser;
    private static @Nullable HttpServer server;
    private static String axe = "";

    @BeforeAll
    static void startBrowser() throws Exception {
        var program = Chromium.installed();
        if (program.isEmpty() && System.getenv("CI") == null) {
            abort("No Chromium is installed, so the pages were not looked at");
        }
        axe = Pictures.axe();
        var started =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.createContext("/", exchange -> answer(exchange));
        started.start();
        server = started;
        browser = Chromium.start(program.orElseThrow());
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void axeFindsNothing(Language language) throws Exception {
        var found = new ArrayList<String>();
        for (var theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            for (var page : new Samples(language, theme).all().entrySet()) {
                var name = page.getKey() + "-" + language.tag() + "-" + theme.word();
                browser().size(1440, 1000);
                open(name, page.getValue());
                found.addAll(Pictures.violations(browser(), axe, name));
                Pictures.keep(browser(), name + "-1440");
                found.addAll(Pictures.tooWide(browser(), name));
            }
        }
        assertThat(found).isEmpty();
    }

    private static Chromium browser() {
        return java.util.Objects.requireNonNull(browser);
    }

    private static void open(String name, Page page) throws InterruptedException {
        SERVED.put("/" + name, TEMPLATES.draw(page));
        browser()
                .open(
                        "http://127.0.0.1:%d/%s"
                                .formatted(
                                        java.util.Objects.requireNonNull(server)
                                                .getAddress()
                                                .getPort(),
                                        name));
    }

    private static void answer(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var file = path.substring(path.lastIndexOf('/') + 1);
        var body =
                path.startsWith("/assets/")
                        ? Assets.content(file)
                        : SERVED.getOrDefault(path, new byte[0]);
        var type =
                file.endsWith(".css")
                        ? "text/css"
                        : file.endsWith(".js")
                                ? "text/javascript"
                                : file.endsWith(".svg")
                                        ? "image/svg+xml"
                                        : "text/html; charset=utf-8";
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("Content-Security-Policy", ContentPolicy.TEXT);
        exchange.sendResponseHeaders(
                body.length == 0 ? 204 : 200, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
