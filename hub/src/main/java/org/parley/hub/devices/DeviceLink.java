package org.parley.hub.devices;

import java.time.Duration;
import java.time.Instant;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.id.OperationId;

/// A link that lets one device bring its key.
///
/// @param device the id that it will have
/// @param days how long it will stand
/// @param waits whether a second person has yet to stand for it
public record DeviceLink(
        String device,
        String account,
        OperationId operation,
        FieldClass ceiling,
        String name,
        int days,
        String madeBy,
        Instant madeAt,
        Instant endsAt,
        boolean waits) {

    /// How long a link is good for: the device is in reach of the screen that shows it.
    static final Duration LASTS = Duration.ofMinutes(15);

    /// The longest that a device's key stands.
    public static final int MOST_DAYS = 30;
}
