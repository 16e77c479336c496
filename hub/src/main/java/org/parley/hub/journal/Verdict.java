package org.parley.hub.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a feature decides on a statement.
public sealed interface Verdict {

    /// It goes into the log.
    ///
    /// @param marks stable codes of what does not fit, shown beside the statement for ever
    record Accepted(List<String> marks) implements Verdict {
        public Accepted {
            marks = List.copyOf(new TreeSet<>(marks));
        }
    }

    /// It does not, and why.
    record Refused(Refusal why) implements Verdict {}

    static Verdict accepted() {
        return new Accepted(List.of());
    }

    static Verdict accepted(Set<String> marks) {
        return new Accepted(List.copyOf(marks));
    }

    static Verdict refused(String code) {
        return new Refused(new Refusal(code, Map.of()));
    }

    static Verdict refused(String code, Map<String, ?> facts) {
        return new Refused(new Refusal(code, Map.copyOf(facts)));
    }
}
