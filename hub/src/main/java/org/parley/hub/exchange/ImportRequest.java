package org.parley.hub.exchange;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.parley.hub.journal.Actor;
import org.parley.kernel.id.OperationId;

/// A file to be taken into a register.
///
/// @param name what its sender calls the file
/// @param asOf the day as of which its publisher gave it; otherwise taken from a date in its name,
///     otherwise the day of its last event
/// @param problems where the rows that are held back go, as a table to correct and send again
public record ImportRequest(
        OperationId operation,
        Actor actor,
        Path file,
        String name,
        Mapping mapping,
        Optional<LocalDate> asOf,
        Optional<Charset> charset,
        Completeness completeness,
        boolean dryRun,
        Path problems) {}
