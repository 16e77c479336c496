package org.parley.hub.flow;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.EXACT;
import static org.parley.kernel.audience.FieldClass.HEADER;
import static org.parley.kernel.audience.FieldClass.OPERATIONAL;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.id.PartnerId;

/// Asks that goods may come in and be carried: a command. The id is chosen by the requester and
/// should not be guessable from another's ids; letters and digits as in `CN-31-00042`.
///
/// @param authorities who is asked to rule; none of them may be sender or receiver
/// @param origin the place of loading; as exact as its id
/// @param destinationArea the area of the destination, for those who do not see the place
/// @param readyOn when the goods are ready to load
/// @param cargo the categories of the lines; filled in where absent
public record ConsignmentRequested(
        @Classed(HEADER) String consignment,
        @Classed(COARSE) AssistanceKind kind,
        @Classed(HEADER) PartnerId sender,
        @Classed(HEADER) PartnerId receiver,
        @Classed(HEADER) List<PartnerId> authorities,
        @Classed(EXACT) @Nullable String origin,
        @Classed(EXACT) @Nullable String destination,
        @Classed(COARSE) @Nullable String destinationArea,
        @Classed(OPERATIONAL) @Nullable String corridor,
        @Classed(OPERATIONAL) @Nullable LocalDate readyOn,
        @Classed(OPERATIONAL) @Nullable Priority priority,
        @Classed(OPERATIONAL) List<Reference> references,
        @Classed(COARSE) List<String> cargo,
        @Classed(value = OPERATIONAL, each = true) List<LineItem> lines)
        implements FlowBody {

    public ConsignmentRequested {
        Forms.RECORD.required("consignment", consignment);
        Checked.given("kind", kind);
        Checked.given("sender", sender);
        Checked.given("receiver", receiver);
        authorities = Checked.any("authorities", authorities, 20);
        Forms.SLUG.optional("origin", origin);
        Forms.SLUG.optional("destination", destination);
        Forms.SLUG.optional("destinationArea", destinationArea);
        Forms.SLUG.optional("corridor", corridor);
        references = Checked.any("references", references, 20);
        lines = Checked.some("lines", lines, Forms.LINES);
        Checked.unique("lines.line", lines.stream().map(LineItem::line).toList());
        cargo = lines.stream().map(LineItem::category).distinct().sorted().toList();
    }
}
