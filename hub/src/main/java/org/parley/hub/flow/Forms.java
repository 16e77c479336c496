package org.parley.hub.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.Checked;
import org.parley.kernel.TextForm;

/// What the texts and lists of this module must look like.
final class Forms {

    /// The name of a record, as its author numbers it.
    static final TextForm RECORD =
            TextForm.of(
                    "[A-Za-z0-9][A-Za-z0-9._-]{0,63}",
                    "value.record",
                    "must be 1 to 64 letters, digits, points or hyphens, was '{was}'");

    static final TextForm SLUG =
            TextForm.of(
                    "[a-z0-9][a-z0-9._-]{0,63}",
                    "value.slug-points",
                    "must be 1 to 64 lower-case letters, digits, points or hyphens, was '{was}'");

    /// Opaque by form: a number plate has no `V-` before it.
    private static final TextForm VEHICLE =
            TextForm.of(
                    "V-[A-Z0-9-]{1,32}",
                    "value.vehicle-token",
                    "holds opaque tokens such as V-7K2Q, never a plate, was '{was}'");

    /// The most lines of one consignment.
    static final int LINES = 200;

    /// The longest reason or note, in characters.
    static final int TEXT = 1_000;

    private Forms() {}

    static List<String> vehicles(@Nullable List<String> vehicles) {
        var checked = Checked.any("vehicles", vehicles, LINES);
        checked.forEach(vehicle -> VEHICLE.required("vehicles", vehicle));
        return checked;
    }
}
