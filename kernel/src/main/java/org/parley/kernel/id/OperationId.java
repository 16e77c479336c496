package org.parley.kernel.id;

import org.parley.kernel.TextForm;

/// One agreement in one area, for example `gaza-2025`. Each operation has a journal of its own.
public record OperationId(String value) implements Comparable<OperationId> {

    public OperationId {
        TextForm.SLUG.required("operation", value);
    }

    @Override
    public int compareTo(OperationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
