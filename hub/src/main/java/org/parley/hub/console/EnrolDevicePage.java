package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// What a device's browser sees behind the link: who it will speak for, and the button that makes
/// its key.
///
/// @param device the id that it will have
/// @param hub and `challenge`: what the new key signs
/// @param waits whether a second person has yet to stand for it
/// @param elsewhere the page's address at the hub's own name, where it was opened under another
public record EnrolDevicePage(
        Shell shell,
        Optional<String> problem,
        String action,
        String device,
        String operation,
        String name,
        String hub,
        String challenge,
        List<Fact> facts,
        Optional<String> elsewhere,
        boolean waits,
        boolean done)
        implements Page {}
