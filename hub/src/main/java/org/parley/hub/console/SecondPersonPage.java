package org.parley.hub.console;

import java.util.Optional;

/// All that waits for a second person, as far as it is the reader's.
public record SecondPersonPage(Shell shell, Optional<String> problem, AwaitedPart awaited)
        implements Page {}
