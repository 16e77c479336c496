package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One statement about the consignment, in its chain.
///
/// @param occurredAt when its author says that it was so
/// @param heardAt when the hub heard it
/// @param statement the statement's id, with `saidBy` the address of its receipt
/// @param corrected whether a later statement replaced it
/// @param what the outcome in a word: of a ruling, a review, customs, a step, a change of loads
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChainView(
        Instant occurredAt,
        Instant heardAt,
        String saidBy,
        String statement,
        long index,
        String type,
        List<String> marks,
        @Nullable String what,
        @Nullable String authority,
        @Nullable String from,
        @Nullable String to,
        @Nullable List<Goods> goods,
        @Nullable List<ReceivedLine> received,
        @Nullable List<LineRuling> ruled,
        @Nullable String at,
        @Nullable String interception,
        @Nullable String crossing,
        @Nullable String number,
        @Nullable String reason,
        @Nullable List<LoadGoods> taken,
        @Nullable List<LoadGoods> made,
        @Nullable String place,
        @Nullable String toPlace,
        @Nullable List<String> vehicles) {}
