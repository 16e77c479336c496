package org.parley.hub.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The language of whoever sits at a terminal, as the environment says it: `PARLEY_LANG`
/// before `LC_ALL` before `LC_MESSAGES` before `LANG`, English where none of the hub's languages is
/// named.
public final class Spoken {

    private static final List<String> LANGUAGES = List.of("ar", "he", "fr");

    private Spoken() {}

    public static Locale here() {
        return of(System.getenv());
    }

    /// A way to the terminal in the characters that the environment names. Java itself asks the
    /// system's list of installed locales, and writes question marks where a minimal system lists
    /// none.
    static PrintStream stream(FileDescriptor end) {
        var utf8 = named(System.getenv()).toUpperCase(Locale.ROOT).matches(".*[.]UTF-?8.*");
        var characters = utf8 ? StandardCharsets.UTF_8 : System.out.charset();
        return new PrintStream(new FileOutputStream(end), true, characters);
    }

    private static String named(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    static Locale of(Map<String, String> environment) {
        var chosen = environment.getOrDefault("PARLEY_LANG", "");
        return Optional.of(chosen.isEmpty() ? named(environment) : chosen)
                .map(said -> said.split("[_.@-]", 2)[0].replace("iw", "he"))
                .filter(LANGUAGES::contains)
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }
}
