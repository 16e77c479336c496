package org.parley.hub.claims;

import java.time.LocalDate;
import java.util.Optional;

/// A vintage of a partner's own register, as the partner itself knows it.
///
/// @param opened the index of the statement that opened it
public record OwnVintage(
        String vintage,
        LocalDate asOf,
        String file,
        long opened,
        boolean closed,
        Optional<VintageClosed> counts) {}
