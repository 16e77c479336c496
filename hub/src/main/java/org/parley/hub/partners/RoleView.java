package org.parley.hub.partners;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A dated role as a reader sees it.
///
/// @param saidBy who says so
/// @param index the statement's place in the log
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoleView(
        String partner,
        String role,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String instrument,
        @Nullable String empowersTo,
        String saidBy,
        long index) {}
