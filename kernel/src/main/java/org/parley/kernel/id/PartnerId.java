package org.parley.kernel.id;

import org.parley.kernel.TextForm;

/// An organisation that takes part: a nation, a UN or international body, an NGO, an institution, a
/// company or a local community body. The id is neutral; names are data.
public record PartnerId(String value) implements Comparable<PartnerId> {

    public PartnerId {
        TextForm.SLUG.required("partner", value);
    }

    @Override
    public int compareTo(PartnerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
