package org.parley.kernel.names;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.kernel.InvalidValue;

/// What something is called: by language tag, and by language for each party that calls it
/// otherwise. No party's name is the right one; the id is what everything refers to.
///
/// @param common names that nobody contests, or the hub's neutral ones, by language tag
/// @param byParty for a party's id, its own names by language tag
public record Names(Map<String, String> common, Map<String, Map<String, String>> byParty) {

    private static final int LONGEST = 200;

    public Names {
        common = common == null ? Map.of() : checked(common);
        var own = new TreeMap<String, Map<String, String>>();
        if (byParty != null) {
            byParty.forEach(
                    (party, names) -> own.put(party, names == null ? Map.of() : checked(names)));
        }
        byParty = Collections.unmodifiableMap(own);
        if (common.isEmpty()) {
            throw new InvalidValue(
                    "names",
                    "value.names-none",
                    "needs one name at least, such as a common one in 'en'");
        }
    }

    public static Names of(String english) {
        return new Names(Map.of("en", english), Map.of());
    }

    public static Names of(String en, String ar, String he, String fr) {
        return new Names(Map.of("en", en, "ar", ar, "he", he, "fr", fr), Map.of());
    }

    /// The same with a party's own names.
    public Names with(String party, Map<String, String> names) {
        var own = new TreeMap<>(byParty);
        own.put(party, names);
        return new Names(common, own);
    }

    /// The neutral name in a language, or in English, or in whatever language there is.
    public String in(String language) {
        return Optional.ofNullable(common.get(language))
                .or(() -> Optional.ofNullable(common.get("en")))
                .orElseGet(() -> new TreeMap<>(common).firstEntry().getValue());
    }

    /// What a party calls it in a language; the neutral name where it has none of its own.
    public String in(String language, String party) {
        return Optional.ofNullable(byParty.get(party))
                .map(names -> names.get(language))
                .orElseGet(() -> in(language));
    }

    private static Map<String, String> checked(Map<String, String> names) {
        for (var name : names.entrySet()) {
            if (name.getValue() == null
                    || name.getValue().isBlank()
                    || name.getValue().length() > LONGEST) {
                throw new InvalidValue(
                        "names." + name.getKey(),
                        "value.length",
                        "must be 1 to {most} characters",
                        LONGEST);
            }
        }
        return Collections.unmodifiableMap(new TreeMap<>(names));
    }
}
