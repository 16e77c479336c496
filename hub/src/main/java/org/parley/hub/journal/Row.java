package org.parley.hub.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A statement as its rows hold it, ready to be written.
record Row(
        long index,
        UUID id,
        String originator,
        String type,
        int schema,
        String assurance,
        int label,
        Instant claimedAt,
        Instant heardAt,
        List<String> marks,
        @Nullable String device,
        @Nullable Long deviceSequence,
        byte[] statement,
        byte[] leaf,
        Said said) {

    /// What an erasure destroys.
    ///
    /// @param exactFields the fields of class F3 as JSON, null where there are none
    /// @param authorProof its author's signature over the statement as JSON, null where there is
    ///     none
    /// @param held the texts that are held back
    record Said(
            String subject,
            String account,
            byte[] leafSalt,
            byte[] seeds,
            String fields,
            byte[] content,
            byte @Nullable [] exactSeed,
            @Nullable String exactFields,
            @Nullable String authorProof,
            List<HeldField> held) {}
}
