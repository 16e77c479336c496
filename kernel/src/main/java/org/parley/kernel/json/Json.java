package org.parley.kernel.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.TreeMap;

/// Reads strict JSON (RFC 8259, I-JSON): one value, no duplicate names, no half surrogate pairs, at
/// most 64 levels deep, nothing behind it. What two readers could understand differently is
/// refused.
public final class Json {

    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    public static JsonValue parse(byte[] utf8) {
        try {
            return parse(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedJson("bytes that are not UTF-8", 0);
        }
    }

    public static JsonValue parse(String text) {
        var reader = new Json(text);
        reader.space();
        var value = reader.value(1);
        reader.space();
        if (reader.at < text.length()) {
            throw reader.wrong("more text behind the value");
        }
        return value;
    }

    private JsonValue value(int depth) {
        if (depth > DEEPEST) {
            throw wrong("deeper than 64 levels");
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new JsonString(string());
            case 't' -> word("true", new JsonBool(true));
            case 'f' -> word("false", new JsonBool(false));
            case 'n' -> word("null", JsonNull.NULL);
            default -> number();
        };
    }

    private JsonValue object(int depth) {
        var members = new TreeMap<String, JsonValue>();
        at++;
        space();
        if (taken('}')) {
            return new JsonObject(members);
        }
        do {
            space();
            int start = at;
            var name = string();
            space();
            expect(':');
            space();
            if (members.put(name, value(depth + 1)) != null) {
                at = start;
                throw wrong("the name '%s' a second time".formatted(name));
            }
            space();
        } while (taken(','));
        expect('}');
        return new JsonObject(members);
    }

    private JsonValue array(int depth) {
        var items = new ArrayList<JsonValue>();
        at++;
        space();
        if (taken(']')) {
            return new JsonArray(items);
        }
        do {
            space();
            items.add(value(depth + 1));
            space();
        } while (taken(','));
        expect(']');
        return new JsonArray(items);
    }

    private String string() {
        expect('"');
        var out = new StringBuilder();
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return JsonString.checked(out.toString());
            }
            if (c < 0x20) {
                at--;
                throw wrong("a control character in a text");
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("an unknown escape");
        };
    }

    private char unicode() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw wrong("an escape without four hexadecimal digits");
            }
            unit = unit << 4 | digit;
            at++;
        }
        return (char) unit;
    }

    private JsonValue number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return new JsonNumber(text.substring(start, at));
        } catch (MalformedJson _) {
            at = start;
            throw wrong("neither a value nor a number a double can hold");
        }
    }

    private JsonValue word(String word, JsonValue value) {
        if (!text.startsWith(word, at)) {
            throw wrong("an unknown word");
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean taken(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!taken(c)) {
            throw wrong("expected '" + c + "'");
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("the text ends early");
        }
        return text.charAt(at);
    }

    private MalformedJson wrong(String problem) {
        return new MalformedJson(problem, at);
    }
}
