package org.parley.hub.journal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.statement.Field;

/// A submission with all that follows from it alone, worked out by whoever submits it: the
/// operation's writer, for whom everybody waits, is left with what depends on the log.
///
/// @param submission without the texts that are held back
/// @param fields what is said, references included, without these texts
/// @param text the fields of the classes F0 to F2 as they are kept
/// @param exact the fields of class F3 as they are kept, null where there are none
/// @param content a hash over all that the sender said, to tell a repetition from another statement
///     of the same id
/// @param held the texts that are held back
/// @param harm why it does not belong into the hub, if so
record Prepared<B extends Record & Body>(
        Kinds.Known<B> known,
        Submission<B> submission,
        List<Field> fields,
        String text,
        @Nullable String exact,
        byte[] content,
        List<HeldField> held,
        Optional<Refusal> harm) {}
