package org.parley.hub.places;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.EXACT;
import static org.parley.kernel.audience.FieldClass.HEADER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.Checked;
import org.parley.kernel.TextForm;
import org.parley.kernel.names.Names;

/// Somebody says that there is a site: a warehouse, a holding or inspection point, a hospital. Only
/// those whom its author trusts with exact places learn where it is; others learn its area.
///
/// @param site a neutral id that gives away neither name nor place
/// @param kind for example `warehouse`, `holding-point`, `inspection-point`, `hospital`
/// @param area the area it lies in, at the second administrative level or wider
/// @param until the last day it was one; null while it goes on
public record SiteDescribed(
        @Classed(HEADER) String site,
        @Classed(COARSE) String kind,
        @Classed(COARSE) Names names,
        @Classed(COARSE) @Nullable String area,
        @Classed(EXACT) @Nullable Position position,
        @Classed(COARSE) @Nullable LocalDate until,
        @Classed(COARSE) @Nullable String source)
        implements Body {

    public SiteDescribed {
        TextForm.SLUG.required("site", site);
        TextForm.SLUG.required("kind", kind);
        Checked.given("names", names);
        TextForm.SLUG.optional("area", area);
        Checked.optionalText("source", source, 500);
    }

    @Override
    public String subject() {
        return "site/" + site;
    }
}
