package org.parley.kernel.id;

import java.util.UUID;
import org.parley.kernel.InvalidValue;

/// The id that its author gives a statement before sending it. Sending the same id again is how a
/// lost answer is asked for; ids are unique per originator, so one partner cannot probe another's.
public record StatementId(UUID value) {

    public static StatementId parse(String text) {
        try {
            return new StatementId(UUID.fromString(text));
        } catch (IllegalArgumentException notAUuid) {
            throw new InvalidValue("id", "must be a UUID, was '%s'".formatted(text));
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
