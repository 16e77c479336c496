package org.parley.hub.console.map;

import java.lang.Character.UnicodeScript;

/// Which way a piece of text runs.
final class Scripts {

    private Scripts() {}

    /// Whether its first strong letter is Arabic or Hebrew.
    static boolean rightToLeft(String text) {
        return text.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON)
                .findFirst()
                .map(script -> script == UnicodeScript.ARABIC || script == UnicodeScript.HEBREW)
                .orElse(false);
    }
}
