package org.parley.hub.console;

import java.util.List;

/// Keys and links that wait for a second person.
///
/// @param page to which the reader comes back
public record AwaitedPart(String page, List<One> awaited) {

    public AwaitedPart {
        awaited = List.copyOf(awaited);
    }

    /// @param name what it is called
    /// @param gives the duties and parts that it gives, in codes
    /// @param note what it is, who asked for it and until when it waits
    /// @param confirmable whether the reader could stand for it
    /// @param withdrawable whether they may take it back
    public record One(
            String id,
            String name,
            String gives,
            String note,
            boolean confirmable,
            boolean withdrawable) {}
}
