package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.InvalidValue;

/// The list of what is to enter by one crossing on one day: a command. The same number again is the
/// list as it stands from now on; with no entries it is withdrawn.
///
/// @param trucks how many vehicles are planned; what they carry is in the entries
public record Manifested(
        @Classed(HEADER) String manifest,
        @Classed(OPERATIONAL) String crossing,
        @Classed(COARSE) LocalDate day,
        @Classed(OPERATIONAL) @Nullable Integer trucks,
        @Classed(value = OPERATIONAL, each = true) List<ManifestEntry> entries)
        implements FlowBody {

    public Manifested {
        Forms.RECORD.required("manifest", manifest);
        Forms.SLUG.required("crossing", crossing);
        Checked.given("day", day);
        if (trucks != null && (trucks < 0 || trucks > 10_000)) {
            throw new InvalidValue(
                    "trucks",
                    "value.range",
                    "must be {least} to {most}, was {was}",
                    0,
                    10_000,
                    trucks);
        }
        entries = Checked.any("entries", entries, 500);
        Checked.unique(
                "entries",
                entries.stream().map(entry -> entry.consignment() + "/" + entry.line()).toList());
    }

    @Override
    public String subject() {
        return "manifest/" + manifest;
    }

    @Override
    public String consignment() {
        return "";
    }

    @Override
    public Set<String> consignments() {
        var all = new TreeSet<String>();
        entries().forEach(entry -> all.add(entry.consignment()));
        return all;
    }
}
