package org.parley.kernel.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.kernel.InvalidValue;

/// A signed text (C2SP signed-note). What it says counts only once [#open] has verified it.
///
/// @param text ends with a newline
public record Note(String text, List<SignatureLine> signatures) {

    private static final int MOST_SIGNATURES = 100;

    public Note {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw new InvalidValue("note", "text must end with a newline");
        }
        if (text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new InvalidValue("note", "must not hold control characters");
        }
        if (signatures.size() > MOST_SIGNATURES) {
            throw new InvalidValue("note", "has more than 100 signatures");
        }
    }

    public static Note parse(byte[] utf8) {
        try {
            return parse(UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidValue("note", "must be UTF-8");
        }
    }

    public static Note parse(String note) {
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n") || gap + 2 == note.length()) {
            throw new InvalidValue("note", "must end with a blank line and signatures");
        }
        var lines = note.substring(gap + 2, note.length() - 1).split("\n", MOST_SIGNATURES + 2);
        if (lines.length > MOST_SIGNATURES) {
            throw new InvalidValue("note", "has more than 100 signatures");
        }
        var signatures = new ArrayList<SignatureLine>();
        for (var line : lines) {
            signatures.add(SignatureLine.parse(line));
        }
        return new Note(note.substring(0, gap + 1), signatures);
    }

    /// The known keys that signed, in the order of their lines, each once. Signatures of unknown
    /// keys are passed over.
    ///
    /// @throws Unproven when a known key's signature is wrong, or no known key signed
    public List<Verified> open(Collection<VerifierKey> known) {
        var holding = new LinkedHashMap<VerifierKey, Verified>();
        for (var line : signatures) {
            var keys = known.stream().filter(key -> key.isOf(line)).toList();
            if (keys.size() > 1) {
                throw new Unproven("The key %s is ambiguous.".formatted(line.name()));
            }
            for (var key : keys) {
                var verified =
                        key.check(text, line.signature())
                                .orElseThrow(
                                        () ->
                                                new Unproven(
                                                        "The signature of %s is wrong."
                                                                .formatted(line.name())));
                holding.putIfAbsent(key, verified);
            }
        }
        if (holding.isEmpty()) {
            throw new Unproven("No known key has signed.");
        }
        return List.copyOf(holding.values());
    }

    /// The same text with one more signature.
    public Note with(SignatureLine signature) {
        var all = new ArrayList<>(signatures);
        all.add(signature);
        return new Note(text, all);
    }

    public String format() {
        return signatures.stream()
                .map(SignatureLine::format)
                .collect(Collectors.joining("", text + "\n", ""));
    }
}
