package org.parley.hub.exchange.geojson;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.hub.exchange.tabular.Unreadable;
import org.parley.kernel.names.Names;

/// What the columns of a common operational dataset say: `adm2_pcode`, `adm2_name` with `lang`,
/// `adm2_name1` with `lang1` and so on; in older files `ADM2_PCODE`, `ADM2_EN`, `ADM2_AR`. A
/// feature's own level is the deepest of which it has a P-code.
public final class AdminAreas {

    private static final int DEEPEST = 5;
    private static final int MORE_NAMES = 3;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private AdminAreas() {}

    /// An area that a feature is, or lies in.
    ///
    /// @param number of the feature that says so
    public record Named(
            int number, int level, String pcode, Names names, @Nullable String parentPcode) {

        /// The hub's neutral id for it.
        public String id() {
            return pcode.toLowerCase(Locale.ROOT);
        }

        public Optional<String> parent() {
            return Optional.ofNullable(parentPcode).map(code -> code.toLowerCase(Locale.ROOT));
        }
    }

    /// The feature's own area last, those around it before, the widest first.
    ///
    /// @throws Unreadable naming the feature when it has no P-code
    public static List<Named> of(Feature feature) {
        var areas = new ArrayList<Named>();
        String parent = null;
        for (int level = 0; level <= DEEPEST; level++) {
            var code = text(feature, "adm%d_pcode".formatted(level));
            if (code != null) {
                var pcode = code.toUpperCase(Locale.ROOT);
                areas.add(
                        new Named(
                                feature.number(),
                                level,
                                pcode,
                                names(feature, level, pcode),
                                parent));
                parent = pcode;
            }
        }
        if (areas.isEmpty()) {
            throw new Unreadable("exchange.areas-no-pcode", Map.of("feature", feature.number()));
        }
        return areas;
    }

    /// The names in the languages that the file has, or the P-code where it has none.
    private static Names names(Feature feature, int level, String pcode) {
        var names = new HashMap<String, String>();
        add(names, language(feature, "lang"), text(feature, "adm%d_name".formatted(level)));
        for (int i = 1; i <= MORE_NAMES; i++) {
            add(
                    names,
                    language(feature, "lang" + i),
                    text(feature, "adm%d_name%d".formatted(level, i)));
        }
        var old = "adm%d_".formatted(level);
        feature.properties().keySet().stream()
                .filter(key -> key.length() == old.length() + 2 && key.startsWith(old))
                .forEach(key -> add(names, key.substring(old.length()), text(feature, key)));
        return new Names(names.isEmpty() ? Map.of("en", pcode) : names, Map.of());
    }

    private static String language(Feature feature, String column) {
        var language = text(feature, column);
        return language == null ? "en" : language.toLowerCase(Locale.ROOT);
    }

    private static void add(Map<String, String> names, String language, @Nullable String name) {
        if (name != null && LANGUAGE.matcher(language).matches()) {
            names.putIfAbsent(language, name);
        }
    }

    private static @Nullable String text(Feature feature, String column) {
        var text = feature.properties().get(column);
        return text == null || text.isEmpty() ? null : text;
    }

    /// The day on which the file says that the boundaries held.
    public static Optional<LocalDate> validOn(Feature feature) {
        return Optional.ofNullable(text(feature, "valid_on"))
                .or(() -> Optional.ofNullable(text(feature, "validon")))
                .map(text -> day(feature, text));
    }

    private static LocalDate day(Feature feature, String text) {
        try {
            return LocalDate.parse(
                    text.substring(0, Math.min(10, text.length())).replace('/', '-'));
        } catch (DateTimeParseException noDay) {
            throw FeatureFile.bad(
                    feature.number(),
                    "value.valid-on",
                    "says valid_on '{was}'; give a day such as 2031-05-04",
                    text);
        }
    }

    /// The dataset's own version.
    public static Optional<String> version(Feature feature) {
        return Optional.ofNullable(text(feature, "version"));
    }
}
