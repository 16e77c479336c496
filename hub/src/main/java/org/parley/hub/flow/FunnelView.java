package org.parley.hub.flow;

import java.util.List;

/// From request to delivery, for one kind of assistance: how much took each step.
public record FunnelView(String kind, List<Bar> bars) {

    /// @param step `requested`, `ruled-for`, `manifested`, `dispatched`, `at-inspection`,
    ///     `offloaded`, `collected`, `arrived`, `distributed`, `intercepted`, `returned`, `damaged`
    ///     or `lost`
    /// @param consignments how many have some of it
    /// @param tonnes of the lines whose weight is known
    /// @param units by unit: amounts of different units are never added
    public record Bar(
            String step, FlowFigure consignments, FlowFigure tonnes, List<FlowFigure> units) {}
}
