package org.parley.hub.flow;

import org.parley.kernel.Checked;

/// A number that somebody else knows the consignment by: `utn` of UN 2720, `srf` of a Logistics
/// Cluster service request form, `agency` of the organisation's own books. Unique for the
/// organisation that gives it.
public record Reference(String scheme, String value) {

    public Reference {
        Forms.SLUG.required("references.scheme", scheme);
        Checked.text("references.value", value, 100);
    }
}
