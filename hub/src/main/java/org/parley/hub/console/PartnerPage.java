package org.parley.hub.console;

import java.util.List;

/// One partner: how far its seat has come, its roles, and where its registrations stand.
///
/// @param track the stages of a seat, in order
public record PartnerPage(
        Shell shell,
        String title,
        String kind,
        List<Step> track,
        List<Fact> facts,
        List<ListPage.Part> parts,
        List<Link> actions)
        implements Page {

    /// A stage of the seat: reached on a day, or still to come.
    ///
    /// @param detail the day, the headcount and who says so; empty while nothing was said
    public record Step(Mark mark, String stage, String detail, boolean current) {}
}
