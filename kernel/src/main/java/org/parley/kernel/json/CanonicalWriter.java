package org.parley.kernel.json;

import java.util.Arrays;

/// Writes canonical JSON (RFC 8785) straight into a byte buffer. Callers that write a fixed form
/// themselves ([#raw]) answer for the order of its names.
public final class CanonicalWriter {

    private static final byte[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private byte[] bytes = new byte[512];
    private int length;

    public int length() {
        return length;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /// Forgets what was written and keeps the buffer.
    public void clear() {
        length = 0;
    }

    /// The buffer itself, valid up to [#length()] until the next write.
    public byte[] buffer() {
        return bytes;
    }

    /// JSON text of ASCII characters, written as it is.
    public void raw(String ascii) {
        int count = ascii.length();
        room(count);
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
    }

    public void raw(byte[] ascii) {
        room(ascii.length);
        System.arraycopy(ascii, 0, bytes, length, ascii.length);
        length += ascii.length;
    }

    public void integer(long value) {
        raw(Long.toString(value));
    }

    public void value(JsonValue value) {
        switch (value) {
            case JsonString(var text) -> string(text);
            case JsonNumber number -> raw(number.canonicalText());
            case JsonBool(var truth) -> raw(truth ? "true" : "false");
            case JsonNull _ -> raw("null");
            case JsonArray(var items) -> {
                char between = '[';
                for (var item : items) {
                    put(between);
                    value(item);
                    between = ',';
                }
                raw(items.isEmpty() ? "[]" : "]");
            }
            case JsonObject(var members) -> {
                int begins = length;
                members.forEach(this::member);
                if (length == begins) {
                    put('{');
                } else {
                    bytes[begins] = '{'; // in place of the first comma
                }
                put('}');
            }
        }
    }

    private void member(String name, JsonValue value) {
        put(',');
        string(name);
        put(':');
        value(value);
    }

    /// A quoted text.
    ///
    /// @throws MalformedJson at half a surrogate pair
    public void string(String text) {
        int count = text.length();
        room(count * 6 + 2); // the longest escape of one code unit is \u001f
        bytes[length++] = '"';
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x80) {
                if (c == '"' || c == '\\') {
                    bytes[length++] = '\\';
                }
                bytes[length++] = (byte) c;
            } else if (c < 0x20) {
                control(c);
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xC0 | c >> 6);
                bytes[length++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                bytes[length++] = (byte) (0xE0 | c >> 12);
                bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
                bytes[length++] = (byte) (0x80 | c & 0x3F);
            } else {
                pair(text, i++);
            }
        }
        bytes[length++] = '"';
    }

    private void pair(String text, int high) {
        if (!Character.isHighSurrogate(text.charAt(high))
                || high + 1 == text.length()
                || !Character.isLowSurrogate(text.charAt(high + 1))) {
            throw new MalformedJson("half a surrogate pair", high);
        }
        int point = text.codePointAt(high);
        bytes[length++] = (byte) (0xF0 | point >> 18);
        bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | point & 0x3F);
    }

    private void control(char c) {
        bytes[length++] = '\\';
        switch (c) {
            case '\b' -> bytes[length++] = 'b';
            case '\t' -> bytes[length++] = 't';
            case '\n' -> bytes[length++] = 'n';
            case '\f' -> bytes[length++] = 'f';
            case '\r' -> bytes[length++] = 'r';
            default -> {
                bytes[length++] = 'u';
                bytes[length++] = '0';
                bytes[length++] = '0';
                bytes[length++] = HEX[c >> 4];
                bytes[length++] = HEX[c & 15];
            }
        }
    }

    private void put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
