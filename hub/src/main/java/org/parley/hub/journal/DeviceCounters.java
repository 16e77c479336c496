package org.parley.hub.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;

/// How far a device has counted, by the statements that it signed itself, and which of them never
/// arrived. For those who look after the device: it tells that something was said, to whomever.
public interface DeviceCounters {

    /// Numbers that follow one another, both ends included.
    public record Gap(long first, long last) {}

    /// @param heard statements that arrived
    /// @param last the highest number among them; later ones may be on the device still
    /// @param missing numbers below it that never arrived
    /// @param gaps the same one by one, the first hundred
    /// @param twice numbers that more than one statement has: the device counted wrongly, or its
    ///     key is in two places
    public record Counted(
            long heard,
            long last,
            Optional<Instant> lastHeard,
            long missing,
            List<Gap> gaps,
            List<Long> twice) {}

    /// @param originator whose device it is
    Counted of(OperationId operation, PartnerId originator, String device);
}
