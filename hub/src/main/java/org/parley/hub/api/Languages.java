package org.parley.hub.api;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which language a request is answered in: the one it names, the one chosen before, or the first
/// of the hub's that the browser accepts.
@Component
public class Languages {

    /// The languages that the hub speaks.
    public static final List<Locale> SPOKEN =
            List.of(
                    Locale.ENGLISH,
                    Locale.forLanguageTag("ar"),
                    Locale.forLanguageTag("he"),
                    Locale.FRENCH);

    /// The cookie that keeps the choice.
    public static final String COOKIE = "parley_lang";

    public Locale of(HttpServletRequest request) {
        return named(request.getParameter("lang"))
                .or(() -> named(cookie(request)))
                .or(() -> accepted(request))
                .orElse(Locale.ENGLISH);
    }

    private static Optional<Locale> named(@Nullable String tag) {
        return SPOKEN.stream().filter(spoken -> spoken.getLanguage().equals(tag)).findFirst();
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        return request.getCookies() == null
                ? null
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static Optional<Locale> accepted(HttpServletRequest request) {
        var header = request.getHeader("Accept-Language");
        if (header == null) {
            return Optional.empty();
        }
        try {
            var wanted = Locale.LanguageRange.parse(header.replace("iw", "he"));
            return Optional.ofNullable(Locale.lookup(wanted, SPOKEN));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
