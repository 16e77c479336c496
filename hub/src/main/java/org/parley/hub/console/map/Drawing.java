package org.parley.hub.console.map;

import java.util.List;
import java.util.Optional;

/// A finished map: paths and placed names, in units of the drawing. The template only writes it
/// down.
///
/// @param grid meridians and parallels, where no outline is fine enough to be shown
/// @param locator where in the region the window is; empty when the outlines fill the map itself
/// @param scaleBar units of ten kilometres, or of one hundred when `wide`
public record Drawing(
        int width,
        int height,
        String land,
        String lakes,
        String settled,
        String unsettled,
        String grid,
        List<Shape> areas,
        List<Shape> ways,
        List<Placed> sites,
        List<Name> names,
        Optional<Locator> locator,
        ScaleBar scaleBar) {

    public record Shape(String name, String path) {}

    /// A piece of text. `anchor` is already turned for the writing direction.
    public record Name(String text, String x, String y, String anchor, boolean rightToLeft) {}

    /// A site with its symbol at `x`, `y` and its name beside it, if there is room.
    public record Placed(Subject.Site site, String x, String y, List<Name> lines) {}

    public record Locator(String land, String borders, String x, String y, String w, String h) {}

    public record ScaleBar(String units, int kilometres) {}

    /// Whether the background is a bare grid rather than land and sea.
    public boolean bare() {
        return land.isEmpty();
    }
}
