package org.parley.hub.journal;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.StatementView.HeldTextsView;

/// What a reader sees of the texts of one page of statements that were held back.
///
/// @param rulings by the index of the statement
/// @param released by the index of the statement
record HeldInView(Map<Long, HeldTextStore.Ruling> rulings, Map<Long, List<HeldField>> released) {

    static final HeldInView NONE = new HeldInView(Map.of(), Map.of());

    /// Null where nothing was held back.
    @Nullable HeldTextsView of(EntryStore.Stored stored) {
        if (!stored.marks().contains(HeldTexts.MARK)) {
            return null;
        }
        var ruling = rulings.get(stored.index());
        if (ruling == null) {
            return new HeldTextsView("held", null, null, null);
        }
        return new HeldTextsView(
                ruling.released() ? "released" : "struck",
                ruling.ruling().toString(),
                ruling.at(),
                ruling.released() ? texts(stored.index()) : null);
    }

    private List<HeldTextsView.Released> texts(long index) {
        return released.getOrDefault(index, List.of()).stream()
                .map(
                        one ->
                                new HeldTextsView.Released(
                                        one.field(),
                                        one.held().token(),
                                        Base64.getEncoder().encodeToString(one.held().salt()),
                                        one.held().text()))
                .toList();
    }

    /// What was said, with the released texts in their places.
    Map<String, Object> read(long index, Map<String, Object> says) {
        var texts = new LinkedHashMap<String, String>();
        released.getOrDefault(index, List.of())
                .forEach(one -> texts.put(one.held().token(), one.held().text()));
        if (texts.isEmpty()) {
            return says;
        }
        var read = new LinkedHashMap<String, Object>();
        says.forEach((name, value) -> read.put(name, read(texts, value)));
        return read;
    }

    private static Object read(Map<String, String> texts, Object value) {
        return switch (value) {
            case String text -> texts.getOrDefault(text, text);
            case List<?> list -> list.stream().map(item -> read(texts, item)).toList();
            case Map<?, ?> members -> {
                var read = new LinkedHashMap<Object, Object>();
                members.forEach((name, each) -> read.put(name, read(texts, each)));
                yield read;
            }
            default -> value;
        };
    }
}
