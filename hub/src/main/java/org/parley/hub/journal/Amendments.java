package org.parley.hub.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What a batch knows of amendments: which statements there are and who amended them so far. Grows
/// with the batch.
///
/// @param there by originator and id
/// @param replaced by whom, by originator and id
record Amendments(Set<String> there, Map<String, List<UUID>> replaced) {

    /// Late or forked amendments are marked, never refused: the other one may still be on its way.
    List<String> marks(Submission<?> submission) {
        var marks = new ArrayList<String>();
        var replaces = submission.references().replaces();
        for (var target : replaces) {
            var key = submission.actor().organisation() + "/" + target;
            if (!there.contains(key)) {
                marks.add("journal.replaces-unknown");
            }
            boolean forks =
                    replaced.getOrDefault(key, List.of()).stream()
                            .anyMatch(
                                    other ->
                                            replaces.stream()
                                                    .noneMatch(id -> id.value().equals(other)));
            if (forks) {
                marks.add("journal.fork");
            }
        }
        return marks;
    }

    void add(String key, Submission<?> submission) {
        there.add(key);
        for (var target : submission.references().replaces()) {
            replaced.computeIfAbsent(
                            submission.actor().organisation() + "/" + target,
                            _ -> new ArrayList<>())
                    .add(submission.id().value());
        }
    }
}
