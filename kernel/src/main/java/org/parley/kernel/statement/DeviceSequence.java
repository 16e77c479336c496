package org.parley.kernel.statement;

import org.parley.kernel.InvalidValue;

/// A device's own counter, without gaps on the device: a gap in the log means that statements of
/// this device never arrived.
public record DeviceSequence(String device, long sequence) {

    public DeviceSequence {
        if (sequence < 1) {
            throw new InvalidValue(
                    "device.seq", "value.counts-from-one", "counts from 1, was {was}", sequence);
        }
    }
}
