package org.parley.hub.flow;

import java.time.LocalDate;

/// What was manifested for one crossing on one day, of one kind of assistance.
public record ManifestDayView(
        LocalDate day, String crossing, String kind, FlowFigure consignments, FlowFigure tonnes) {}
