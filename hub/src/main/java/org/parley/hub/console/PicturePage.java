package org.parley.hub.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.hub.console.map.Drawing;

/// The common operating picture: figures, map, crossings, the latest statements and the day.
public record PicturePage(
        Shell shell,
        List<Figure> figures,
        Optional<Drawing> map,
        List<CrossingRow> crossings,
        List<LogRow> log,
        Timeline timeline)
        implements Page {

    /// A crossing and its latest reported day.
    ///
    /// @param since from when, and why
    /// @param hours the opening hours that were reported
    /// @param age how old the latest report is
    /// @param stale whether that is too old to rely on
    public record CrossingRow(
            String link,
            String name,
            Mark mark,
            String state,
            String since,
            String hours,
            String count,
            String age,
            boolean stale) {}

    /// One statement in a few words.
    public record LogRow(
            String link,
            Instant heardAt,
            String what,
            String subject,
            String originator,
            List<String> marks) {}
}
