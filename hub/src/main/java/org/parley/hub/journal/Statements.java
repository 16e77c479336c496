package org.parley.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.EntryStore.Stored;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.json.Json;
import org.parley.kernel.statement.AuthorProof;
import org.parley.kernel.statement.WrittenStatement;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The journal as its readers see it: what was said, by whom, when it was heard, and the proof.
@Service
public class Statements {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final EntryStore store;
    private final Cosignatures checkpoints;
    private final Receipts receipts;
    private final Scribe scribe;
    private final FieldText text;
    private final LabelStore labels;
    private final ReferenceStore references;
    private final ExpiredStore expired;
    private final HeldTextStore held;
    private final JsonMapper json;
    private final Optional<AuthorProofs> proofs;
    private final Set<String> singly;

    Statements(
            EntryStore store,
            Cosignatures checkpoints,
            Receipts receipts,
            Scribe scribe,
            FieldText text,
            LabelStore labels,
            ReferenceStore references,
            ExpiredStore expired,
            HeldTextStore held,
            JsonMapper json,
            Optional<AuthorProofs> proofs,
            List<ReadSingly> singly) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.receipts = receipts;
        this.scribe = scribe;
        this.text = text;
        this.labels = labels;
        this.references = references;
        this.expired = expired;
        this.held = held;
        this.json = json;
        this.proofs = proofs;
        this.singly =
                singly.stream()
                        .flatMap(kinds -> kinds.types().stream())
                        .collect(Collectors.toSet());
    }

    /// The newest first, those before an index (null for the newest of all). Exact fields of kinds
    /// that are [ReadSingly] are left out of others' statements.
    public List<StatementView> list(
            Sight sight, Cut cut, StatementFilter filter, @Nullable Long before, int limit) {
        long until = before == null ? Long.MAX_VALUE : before;
        return views(
                store
                        .page(cut.operation(), cut.size(), sight.labels(), filter, until, limit)
                        .stream()
                        .map(stored -> isGivenSingly(stored, sight) ? stored.unexact() : stored)
                        .toList(),
                sight,
                cut);
    }

    public Optional<StatementView> find(
            Sight sight, Cut cut, PartnerId originator, StatementId id) {
        return stored(sight, cut, originator, id)
                .map(stored -> views(List.of(stored), sight, cut).getFirst());
    }

    /// The proof that the statement is in the log, with the cosignatures that are there by now.
    /// Where the operation's quorum was met for a later checkpoint only, it is given with that one.
    public Optional<Receipt> receipt(Sight sight, Cut cut, PartnerId originator, StatementId id) {
        return stored(sight, cut, originator, id)
                .flatMap(
                        stored ->
                                checkpoints
                                        .covering(cut.operation(), stored.index())
                                        .map(
                                                checkpoint ->
                                                        receipts.of(
                                                                cut.operation(),
                                                                stored.index(),
                                                                checkpoint)));
    }

    /// A file with the statement, the fields that the reader may see, what proves that they belong
    /// to it, and its receipt: checked by the verifier with the hub switched off.
    public Optional<String> disclosure(Sight sight, Cut cut, PartnerId originator, StatementId id) {
        return stored(sight, cut, originator, id)
                .filter(stored -> !stored.erased())
                .flatMap(
                        stored ->
                                checkpoints
                                        .covering(cut.operation(), stored.index())
                                        .map(covering -> disclosed(sight, cut, stored, covering)));
    }

    private boolean isGivenSingly(Stored stored, Sight sight) {
        return singly.contains(stored.type()) && !isOwn(stored, sight);
    }

    private static void noteExact(Stored stored, Sight sight) {
        if (stored.exactFields() != null && ceiling(stored, sight).covers(FieldClass.EXACT)) {
            ExactReads.note(sight, stored.originator(), stored.index());
        }
    }

    private String disclosed(Sight sight, Cut cut, Stored stored, Published covering) {
        noteExact(stored, sight);
        var seen = WrittenStatement.parse(stored.statement()).head().seen();
        return scribe.disclosure(
                stored,
                ceiling(stored, sight),
                receipts.of(cut.operation(), stored.index(), covering),
                seen == null
                        ? null
                        : receipts.seenPath(cut.operation(), seen, stored.index(), covering)
                                .orElse(null),
                signature(stored)
                        .or(
                                () ->
                                        proofs.flatMap(
                                                one ->
                                                        one.find(
                                                                sight,
                                                                cut,
                                                                new PartnerId(stored.originator()),
                                                                new StatementId(stored.id()))))
                        .orElse(null));
    }

    /// The signature that its author gave before it was logged, which is part of it.
    public Optional<AuthorProof> signature(
            Sight sight, Cut cut, PartnerId originator, StatementId id) {
        return stored(sight, cut, originator, id).flatMap(Statements::signature);
    }

    private static Optional<AuthorProof> signature(Stored stored) {
        return Optional.ofNullable(stored.authorProof())
                .map(proof -> AuthorProof.of(Json.parse(proof.getBytes(UTF_8))));
    }

    private Optional<Stored> stored(Sight sight, Cut cut, PartnerId originator, StatementId id) {
        return store.indexOf(cut.operation(), originator, id)
                .filter(index -> index < cut.size())
                .flatMap(
                        index ->
                                store.between(cut.operation(), index, index + 1).stream()
                                        .findFirst())
                .filter(stored -> sight.of(stored.label()).isPresent());
    }

    private static FieldClass ceiling(Stored stored, Sight sight) {
        return sight.of(stored.label()).orElse(FieldClass.HEADER);
    }

    /// A statement that is not in the log, as it would be seen.
    StatementView unsaid(Stored statement, Sight sight) {
        return view(statement, sight, List.of(), Map.of(), null, HeldInView.NONE);
    }

    private List<StatementView> views(List<Stored> page, Sight sight, Cut cut) {
        page.forEach(stored -> noteExact(stored, sight));
        var ids = page.stream().map(Stored::id).toList();
        var naming = references.naming(cut.operation(), cut.size(), sight.labels(), ids);
        var own =
                page.stream()
                        .filter(stored -> isOwn(stored, sight))
                        .map(Stored::label)
                        .collect(Collectors.toSet());
        var addressed = labels.texts(cut.operation(), own);
        var gone =
                expired.of(
                        cut.operation(),
                        cut.size(),
                        sight,
                        page.stream().map(Stored::index).toList());
        var texts = held(page, sight, cut);
        return page.stream()
                .map(
                        stored ->
                                view(
                                        stored,
                                        sight,
                                        naming(stored, naming),
                                        addressed,
                                        gone.get(stored.index()),
                                        texts))
                .toList();
    }

    /// Asked only where the page has held texts, which is seldom.
    private HeldInView held(List<Stored> page, Sight sight, Cut cut) {
        var indices =
                page.stream()
                        .filter(stored -> stored.marks().contains(HeldTexts.MARK))
                        .map(Stored::index)
                        .toList();
        return indices.isEmpty()
                ? HeldInView.NONE
                : new HeldInView(
                        held.rulings(cut, sight, indices), held.released(cut, sight, indices));
    }

    private static List<ReferenceStore.Naming> naming(
            Stored stored, List<ReferenceStore.Naming> naming) {
        return naming.stream()
                .filter(by -> by.id().equals(stored.id()))
                .filter(by -> by.originator().equals(stored.originator()))
                .toList();
    }

    /// Whether who reads is who said it.
    private static boolean isOwn(Stored stored, Sight sight) {
        return stored.originator().equals(sight.reader().organisation().value());
    }

    /// Only the originator amends; a reference by anybody else is no amendment.
    private static List<ReferenceStore.Naming> amendments(
            Stored stored, List<ReferenceStore.Naming> naming) {
        return naming.stream()
                .filter(by -> by.relation().equals("replaces"))
                .filter(by -> by.byOriginator().equals(stored.originator()))
                .toList();
    }

    private static @Nullable List<StatementView.NamedBy> namedBy(
            List<ReferenceStore.Naming> naming) {
        return naming.isEmpty()
                ? null
                : naming.stream()
                        .map(by -> new StatementView.NamedBy(by.byOriginator(), by.by().toString()))
                        .toList();
    }

    /// @param addressed the texts of labels, by number
    private StatementView view(
            Stored stored,
            Sight sight,
            List<ReferenceStore.Naming> naming,
            Map<Integer, String> addressed,
            @Nullable List<StatementView.Gone> gone,
            HeldInView texts) {
        var said = says(stored, ceiling(stored, sight));
        var says = said == null ? null : texts.read(stored.index(), said);
        var amendments = amendments(stored, naming);
        return new StatementView(
                stored.index(),
                stored.id().toString(),
                stored.type(),
                stored.originator(),
                stored.assurance(),
                stored.claimedAt(),
                stored.heardAt(),
                stored.marks(),
                stored.subject(),
                says == null ? null : withoutReferences(says),
                stored.erased(),
                gone,
                texts.of(stored),
                isOwn(stored, sight) ? label(addressed.get(stored.label())) : null,
                says == null ? null : says.get(References.REPLACES),
                says == null ? null : says.get(References.ANSWERS),
                says == null ? null : says.get(Signed.FIELD),
                namedBy(amendments),
                namedBy(naming.stream().filter(by -> by.relation().equals("answers")).toList()),
                amendments.stream().filter(by -> !by.replaced()).count() > 1);
    }

    private static Map<String, Object> withoutReferences(Map<String, Object> says) {
        var body = new LinkedHashMap<>(says);
        body.remove(References.REPLACES);
        body.remove(References.ANSWERS);
        body.remove(Signed.FIELD);
        return body;
    }

    private @Nullable Map<String, Object> says(Stored stored, FieldClass upTo) {
        return stored.fields() == null
                ? null
                : json.convertValue(text.read(stored.fields(), stored.exactFields(), upTo), OBJECT);
    }

    private @Nullable Map<String, Object> label(@Nullable String text) {
        return text == null
                ? null
                : json.readValue(LabelText.write(LabelText.read(text).untimed()), OBJECT);
    }
}
