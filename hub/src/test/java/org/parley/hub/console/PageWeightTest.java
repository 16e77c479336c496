package org.parley.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// How much a reader on a bad link has to wait for. Bytes after gzip, 1000 to the kilobyte.
class PageWeightTest {

    private static final int FIRST_VIEW = 40_000;
    private static final int ANY_PAGE = 60_000;

    private final Templates templates = new Templates((html, _) -> html);

    @Test
    void everyPageStaysWithinItsBudget() throws IOException {
        long shared = 0;
        for (var asset : List.of("hub.css", "hub.js", "htmx.min.js", "hx-sse.min.js", "icon.svg")) {
            shared += zipped(Assets.content(asset));
        }
        for (var language : Language.values()) {
            for (var page : new Samples(language, Theme.AUTO).all().entrySet()) {
                long weight = shared + zipped(templates.draw(page.getValue()));
                assertThat(weight)
                        .as("%s in %s", page.getKey(), language)
                        .isLessThan(page.getKey().equals("picture") ? FIRST_VIEW : ANY_PAGE);
            }
        }
    }

    static long zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.size();
    }
}
