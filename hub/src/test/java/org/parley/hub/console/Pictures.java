package org.parley.hub.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What tests look for on a page that a browser shows, and the pictures that they keep for people.
final class Pictures {

    private static final String STICKS_OUT =
            """
            [...document.querySelectorAll('body *')].filter(e => {
              const r = e.getBoundingClientRect();
              return (r.right > innerWidth + 1 || r.left < -1) && r.width > 1 && !e.closest('svg')
            }).slice(0, 6).map(e => e.tagName + '.' + e.className).join(' ')
            """;

    private Pictures() {}

    static String axe() throws IOException {
        try (var in = Pictures.class.getResourceAsStream("/vendor/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// What axe finds on the page that is open.
    static List<String> violations(Chromium browser, String axe, String name) {
        browser.run(axe + ";1");
        var result =
                browser.run(
                        """
                        axe.run(document, {resultTypes: ['violations']}).then(r =>
                          r.violations.map(v => v.id + ' ' + v.nodes.map(n =>
                            n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).slice(0, 4).join(' | ')))
                        """);
        var found = new ArrayList<String>();
        result.forEach(violation -> found.add(name + ": " + violation.asString()));
        return found;
    }

    /// Whether the page that is open sticks out sideways, on a phone and on a large screen.
    static List<String> tooWide(Chromium browser, String name) throws IOException {
        var found = new ArrayList<String>();
        for (int width : new int[] {390, 1920}) {
            browser.size(width, width == 390 ? 1600 : 1080);
            int wide = browser.run("document.documentElement.scrollWidth").asInt();
            if (wide > width) {
                found.add(
                        "%s: %d wide on a screen of %d, by %s"
                                .formatted(name, wide, width, browser.run(STICKS_OUT)));
            }
            keep(browser, name + "-" + width);
        }
        return found;
    }

    /// What on the page that is open begins or ends beside a phone's screen: also what nobody can
    /// scroll to, such as a menu that is cut off.
    static String besideAPhone(Chromium browser) {
        browser.size(390, 1600);
        return browser.run(STICKS_OUT).asString("");
    }

    static void keep(Chromium browser, String name) throws IOException {
        var folder = System.getProperty("console.shots");
        var only = System.getProperty("console.only", "");
        if (folder != null && name.matches(only.isEmpty() ? ".*" : only)) {
            Files.createDirectories(Path.of(folder));
            Files.write(Path.of(folder, name + ".png"), browser.picture());
        }
    }
}
