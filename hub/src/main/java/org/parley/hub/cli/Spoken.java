package org.parley.hub.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The language of whoever sits at a terminal, as the environment says it: `LC_ALL` before
/// `LC_MESSAGES` before `LANG`, English where none of the hub's languages is named.
public final class Spoken {

    private static final List<String> LANGUAGES = List.of("ar", "he", "fr");

    private Spoken() {}

    public static Locale here() {
        return of(System.getenv());
    }

    static Locale of(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .map(said -> said.split("[_.@-]", 2)[0].replace("iw", "he"))
                .filter(LANGUAGES::contains)
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }
}
