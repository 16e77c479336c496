package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// Devices in the field with what of each never arrived, and the form that asks for one.
///
/// @param awaited links that wait for a second person
/// @param people for whom one can be asked; the form is not there where there is nobody
/// @param days how long a key may stand, the longest first
public record DevicesPage(
        Shell shell,
        Optional<String> problem,
        List<Device> devices,
        AwaitedPart awaited,
        String name,
        List<ListPage.Option> people,
        List<ListPage.Option> operations,
        List<ListPage.Option> ceilings,
        List<ListPage.Option> days)
        implements Page {

    /// @param note whose it is, where, until when
    /// @param counted what was heard of it
    /// @param missing what never arrived; empty where nothing is missing
    /// @param twice numbers that two statements have; empty where none has
    /// @param revocable whether the reader may revoke it
    public record Device(
            String id,
            String name,
            Mark mark,
            String state,
            String note,
            String counted,
            Optional<String> missing,
            Optional<String> twice,
            boolean revocable) {}
}
