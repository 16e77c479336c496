package org.parley.hub.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The languages of the console. Digits are Latin in all of them, so that figures can be compared
/// across a table and read out over the radio.
public enum Language {
    EN("en", "EN", "English", "en-GB"),
    AR("ar", "ع", "العربية", "ar-u-nu-latn"),
    HE("he", "עב", "עברית", "he"),
    FR("fr", "FR", "Français", "fr");

    private final String tag;
    private final String letter;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String letter, String ownName, String formats) {
        this.tag = tag;
        this.letter = letter;
        this.ownName = ownName;
        this.locale = Locale.forLanguageTag(formats);
    }

    public String tag() {
        return tag;
    }

    /// What the language switch shows.
    public String letter() {
        return letter;
    }

    public String ownName() {
        return ownName;
    }

    /// For number and date forms.
    public Locale locale() {
        return locale;
    }

    public boolean rightToLeft() {
        return this == AR || this == HE;
    }

    public String direction() {
        return rightToLeft() ? "rtl" : "ltr";
    }

    /// The language of a tag such as `ar` or `he-IL`; empty when the console does not speak it.
    public static Optional<Language> of(String tag) {
        var language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return Arrays.stream(values()).filter(l -> l.tag.equals(language)).findFirst();
    }
}
