package org.parley.hub.console;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The message files of the console and of all features, English where a translation is missing.
public final class Phrases {

    private final MessageSource messages;

    private Phrases(MessageSource messages) {
        this.messages = messages;
    }

    /// Reads every `messages/*.properties` on the class path.
    public static Phrases load() {
        var source = new ResourceBundleMessageSource();
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setBasenames(
                java.util.Arrays.stream(files())
                        .map(resource -> String.valueOf(resource.getFilename()))
                        .map(name -> name.replace(".properties", ""))
                        .map(name -> name.replaceAll("_(ar|he|fr)$", ""))
                        .distinct()
                        .sorted()
                        .map(name -> "messages/" + name)
                        .toArray(String[]::new));
        return new Phrases(source);
    }

    Optional<String> find(Language language, String key) {
        var locale = Locale.forLanguageTag(language.tag());
        return Optional.ofNullable(messages.getMessage(key, null, null, locale));
    }

    private static org.springframework.core.io.Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*.properties");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
