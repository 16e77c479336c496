package org.parley.hub.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Asked;
import org.parley.hub.journal.OwnStatements;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import org.springframework.stereotype.Service;

/// Recalled statements: who asked whom to delete them, who has said that they did, and who has said
/// nothing.
@Service
public class Recalls {

    private record Record(String originator, UUID id) {}

    private final RecallStore store;
    private final OwnStatements own;
    private final Holders holders;

    Recalls(RecallStore store, OwnStatements own, Holders holders) {
        this.store = store;
        this.own = own;
        this.holders = holders;
    }

    /// Empty where it was not recalled, as far as who asks may see.
    public Optional<RecallView> find(Asked asked, PartnerId originator, StatementId record) {
        return list(asked, new RecallStore.Of(originator.value(), record.value())).stream()
                .findFirst();
    }

    /// All that who asks may see, the last recalled first.
    public List<RecallView> list(Asked asked) {
        return list(asked, RecallStore.Of.ALL);
    }

    private List<RecallView> list(Asked asked, RecallStore.Of of) {
        var askings = new LinkedHashMap<Record, List<RecallView.Asking>>();
        for (var recall : store.recalls(asked.sight(), asked.cut(), of)) {
            askings.computeIfAbsent(
                            new Record(recall.originator(), recall.record()),
                            _ -> new ArrayList<>())
                    .add(
                            new RecallView.Asking(
                                    recall.recall().toString(),
                                    recall.reason(),
                                    recall.by(),
                                    recall.at()));
        }
        var answers = store.answers(asked.sight(), asked.cut(), of);
        var views = new ArrayList<RecallView>();
        askings.forEach(
                (record, list) ->
                        views.add(
                                new RecallView(
                                        record.originator(),
                                        record.id().toString(),
                                        list,
                                        holders(asked, record, answers))));
        return views;
    }

    private List<RecallView.Holder> holders(
            Asked asked, Record record, List<RecallStore.Answer> answers) {
        var found = new TreeMap<String, RecallView.Holder>();
        var reads = asked.reader().organisation();
        if (reads.value().equals(record.originator())) {
            possible(asked, record)
                    .forEach(
                            (holder, upTo) ->
                                    found.put(
                                            holder.value(),
                                            RecallView.Holder.silent(holder.value(), upTo.code())));
        } else {
            found.put(reads.value(), RecallView.Holder.silent(reads.value(), null));
        }
        for (var answer : answers) {
            if (answer.originator().equals(record.originator())
                    && answer.record().equals(record.id())) {
                var before = found.get(answer.holder());
                found.put(
                        answer.holder(),
                        answered(asked, answer, before == null ? null : before.upTo()));
            }
        }
        return List.copyOf(found.values());
    }

    private Map<PartnerId, FieldClass> possible(Asked asked, Record record) {
        var originator = new PartnerId(record.originator());
        return own.find(asked.cut().operation(), originator, new StatementId(record.id()))
                .map(statement -> holders.of(asked.cut(), originator, statement))
                .orElse(Map.of());
    }

    private static RecallView.Holder answered(
            Asked asked, RecallStore.Answer answer, @Nullable String upTo) {
        return new RecallView.Holder(
                answer.holder(),
                upTo,
                answer.answer(),
                asked.sight().shows(answer.label(), FieldClass.COARSE) ? answer.note() : null,
                answer.at(),
                answer.statement().toString());
    }
}
