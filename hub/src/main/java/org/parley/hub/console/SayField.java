package org.parley.hub.console;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// One field of a [SayForm]. Its label is worded under `field.` and the name, a hint, where it has
/// one, under `hint.` and the name.
///
/// @param name as the statement's body calls it, unless the form shapes it otherwise
/// @param words where the choices are worded: this and the choice's code
/// @param choices the codes to choose from
record SayField(String name, Kind kind, boolean required, String words, List<String> choices) {

    /// What can be typed, and how it stands in a statement.
    enum Kind {
        TEXT,
        LONG_TEXT,
        WHOLE_NUMBER,
        AMOUNT,
        DATE,
        /// A time of day.
        TIME,
        /// A local date and time.
        MOMENT,
        CHOICE,
        PARTNER,
        PLACE,
        AREA,
        CORRIDOR,
        CROSSING,
        YES_NO,
        NAMES
    }

    static SayField of(String name, Kind kind) {
        return new SayField(name, kind, true, "", List.of());
    }

    static SayField choice(String name, String words, List<String> choices) {
        return new SayField(name, Kind.CHOICE, true, words, choices);
    }

    static <E> SayField choice(String name, String words, E[] choices, Function<E, String> code) {
        return choice(name, words, Arrays.stream(choices).map(code).toList());
    }

    SayField optional() {
        return new SayField(name, kind, false, words, choices);
    }
}
