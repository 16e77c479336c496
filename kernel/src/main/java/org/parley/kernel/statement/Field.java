package org.parley.kernel.statement;

import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.json.JsonValue;

/// One thing that a statement says, and how much it gives away.
public record Field(String name, FieldClass fieldClass, JsonValue value) {

    public Field {
        if (name.isEmpty()) {
            throw new InvalidValue("field", "must have a name");
        }
    }
}
