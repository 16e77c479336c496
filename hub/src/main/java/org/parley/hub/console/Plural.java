package org.parley.hub.console;

import java.util.Locale;

/// The plural forms of the four languages, by the rules of Unicode CLDR for whole numbers.
enum Plural {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Plural of(Language language, long number) {
        return switch (language) {
            case EN -> number == 1 ? ONE : OTHER;
            case FR -> number <= 1 ? ONE : OTHER;
            case HE -> number == 1 ? ONE : number == 2 ? TWO : OTHER;
            case AR -> arabic(number);
        };
    }

    private static Plural arabic(long number) {
        long hundredth = number % 100;
        if (number <= 2) {
            return number == 0 ? ZERO : number == 1 ? ONE : TWO;
        }
        if (hundredth >= 3 && hundredth <= 10) {
            return FEW;
        }
        return hundredth >= 11 ? MANY : OTHER;
    }
}
