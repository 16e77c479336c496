package org.parley.hub.places;

import java.time.LocalDate;

/// Where an organisation says that it works.
///
/// @param until the last day, included
public record WorkingAreaView(
        String organisation, String area, LocalDate from, LocalDate until, long index) {}
