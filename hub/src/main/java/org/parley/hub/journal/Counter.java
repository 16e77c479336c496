package org.parley.hub.journal;

import java.util.Optional;

/// A device's counter. Devices are named by the organisation whose they are, so the same name with
/// another is another device: nobody learns from the marks on their own statements how far
/// another's counter is, and nobody moves it.
record Counter(String originator, String device) {

    static Optional<Counter> of(Submission<?> submission) {
        return submission
                .device()
                .map(
                        device ->
                                new Counter(
                                        submission.actor().organisation().value(),
                                        device.device()));
    }
}
