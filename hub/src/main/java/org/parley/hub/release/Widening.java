package org.parley.hub.release;

import org.parley.kernel.audience.Audience;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.audience.Sensitivity;

/// Whether an amendment lets more be seen of something sensitive (trust.md 2.2): of what was high
/// or severe, to somebody to whom it was not addressed, or to a higher class than it was, or under
/// a lower sensitivity.
final class Widening {

    private Widening() {}

    static boolean of(Label before, Label after) {
        return isSensitive(before.sensitivity())
                && (after.sensitivity().compareTo(before.sensitivity()) < 0
                        || after.audience().stream().anyMatch(entry -> isNew(before, entry)));
    }

    private static boolean isSensitive(Sensitivity sensitivity) {
        return switch (sensitivity) {
            case HIGH, SEVERE -> true;
            case LOW, MODERATE -> false;
        };
    }

    private static boolean isNew(Label before, Audience entry) {
        return before.audience().stream().noneMatch(had -> covers(had, entry));
    }

    private static boolean covers(Audience had, Audience entry) {
        return switch (entry) {
            case Audience.Private _ -> true;
            case Audience.Organisations(var named, var upTo) ->
                    had instanceof Audience.Organisations(var before, var until)
                            && before.containsAll(named)
                            && until.covers(upTo);
            case Audience.Group(var group, var upTo, _) ->
                    had instanceof Audience.Group(var before, var until, _)
                            && before.equals(group)
                            && until.covers(upTo);
            case Audience.Operation(var upTo) ->
                    had instanceof Audience.Operation(FieldClass until) && until.covers(upTo);
            case Audience.Public(var upTo) ->
                    had instanceof Audience.Public(FieldClass until) && until.covers(upTo);
        };
    }
}
