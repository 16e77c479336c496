package org.parley.hub.journal;

import java.util.Optional;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/// What devices signed, as the journal has it: to know a text again that comes a second time.
@Service
public class SignedTexts {

    private final EntryStore entries;
    private final FieldText text;

    SignedTexts(@Qualifier("allEntries") EntryStore entries, FieldText text) {
        this.entries = entries;
        this.text = text;
    }

    /// The text that the statement was taken from; empty where there is no such statement, no
    /// device signed it, or it was erased.
    public Optional<String> find(OperationId operation, PartnerId originator, StatementId id) {
        return entries.indexOf(operation, originator, id)
                .flatMap(index -> entries.between(operation, index, index + 1).stream().findFirst())
                .flatMap(this::signed);
    }

    private Optional<String> signed(EntryStore.Stored stored) {
        return stored.fields() == null
                ? Optional.empty()
                : Optional.ofNullable(
                                text.read(stored.fields(), stored.exactFields(), FieldClass.EXACT)
                                        .get(Signed.FIELD))
                        .map(node -> node.asString());
    }
}
