package org.parley.hub.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Service;

/// Free texts that look like personal data, held until their submitter and a second person release
/// or strike them (trust.md 5.2). Whoever calls this answers for showing a text to its submitter,
/// and to whom the submitter has asked, only.
@Service
public class HeldTexts {

    /// The mark of a statement of which texts are held back, or were.
    public static final String MARK = "journal.text-held";

    /// A statement of which texts are held back and nobody has decided on.
    ///
    /// @param account that submitted it
    public record Holding(
            long index, StatementId id, String type, String account, Instant heardAt) {}

    /// @param field the field that it stands in
    /// @param sign the stable code of what it looks like
    public record Text(String field, FieldClass fieldClass, String sign, String text) {}

    private final HeldTextStore store;

    HeldTexts(HeldTextStore store) {
        this.store = store;
    }

    /// Those of the organisation, the newest first.
    public List<Holding> waiting(Sight sight, Cut cut) {
        return store.waiting(cut.operation(), sight.reader().organisation(), cut.size()).stream()
                .map(HeldTexts::holding)
                .toList();
    }

    /// An organisation's own; empty where nothing is held of it, or no longer.
    public Optional<Holding> find(OperationId operation, PartnerId originator, StatementId id) {
        return store.find(operation, originator, id)
                .filter(one -> !one.ruled())
                .map(HeldTexts::holding);
    }

    private static Holding holding(HeldTextStore.Holding one) {
        return new Holding(
                one.index(), new StatementId(one.id()), one.type(), one.account(), one.heardAt());
    }

    /// The held texts of the organisation's own statement, of the classes that the reader sees of
    /// it; empty unless those are all.
    public Optional<List<Text>> texts(Sight sight, Cut cut, StatementId id) {
        var originator = sight.reader().organisation();
        return store.find(cut.operation(), originator, id)
                .filter(one -> !one.ruled() && one.index() < cut.size())
                .flatMap(one -> whole(sight, cut, one));
    }

    /// Released texts by what stands in their places, as far as the reader may see them at that
    /// moment.
    public Map<String, Released> released(Sight sight, Cut cut, Set<String> tokens) {
        return tokens.isEmpty()
                ? Map.of()
                : store.released(cut, sight, tokens).stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.held().token(),
                                        one -> new Released(one.held().salt(), one.held().text()),
                                        (one, _) -> one));
    }

    /// @param salt with which the token can be worked out again
    public record Released(byte[] salt, String text) {}

    private Optional<List<Text>> whole(Sight sight, Cut cut, HeldTextStore.Holding one) {
        var upTo = sight.of(one.label());
        var texts = store.texts(cut.operation(), one.index());
        boolean whole =
                upTo.isPresent()
                        && texts.stream().allMatch(text -> upTo.get().covers(text.fieldClass()));
        return whole
                ? Optional.of(
                        texts.stream()
                                .map(
                                        text ->
                                                new Text(
                                                        text.field(),
                                                        text.fieldClass(),
                                                        text.sign(),
                                                        text.held().text()))
                                .toList())
                : Optional.empty();
    }
}
