package org.parley.hub.api;

import java.util.List;
import org.parley.kernel.InvalidValue;

/// Everything in a request that cannot be, so that its author need not find it out one by one.
public final class InvalidValues extends RuntimeException {

    private final transient List<InvalidValue> values;

    public InvalidValues(List<InvalidValue> values) {
        super(values.toString(), null, false, false);
        this.values = List.copyOf(values);
    }

    public List<InvalidValue> values() {
        return values;
    }
}
