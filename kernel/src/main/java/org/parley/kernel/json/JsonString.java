package org.parley.kernel.json;

/// A text. Half a surrogate pair is refused: it has no UTF-8 and so nothing could be signed.
public record JsonString(String value) implements JsonValue {

    public JsonString {
        checked(value);
    }

    static String checked(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new MalformedJson("half a surrogate pair", i);
                }
                i++;
            }
        }
        return text;
    }
}
