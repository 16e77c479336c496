package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A consignment in a list, as a reader may see it.
///
/// @param stage the furthest that the statements the reader sees tell; quantities may be at several
/// @param tonnes requested, of the lines whose weight is known
/// @param linesWeighed how many lines that is, of `lines`
/// @param saidBy who requested it
/// @param index the statement's place in the log
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsignmentRow(
        String consignment,
        String sender,
        String receiver,
        String saidBy,
        long index,
        List<String> authorities,
        @Nullable String kind,
        @Nullable List<String> cargo,
        @Nullable String stage,
        @Nullable Instant stageSince,
        @Nullable String destinationArea,
        @Nullable String corridor,
        @Nullable LocalDate readyOn,
        @Nullable String priority,
        @Nullable BigDecimal tonnes,
        @Nullable Integer lines,
        @Nullable Integer linesWeighed,
        Instant requestedAt,
        Instant heardAt,
        List<String> marks) {}
