package org.parley.hub.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the journal is run.
///
/// @param patience how long a sender waits for its receipt before the answer is "receipt pending"
/// @param signer the folder in which the signer keeps its keys and its memory; it should not be on
///     the disk that holds the database
/// @param name the part of checkpoint origins that names this hub, a domain that its host controls
/// @param witnesses where checkpoints are offered for cosigning: `vkey URL` each; no other address
///     is asked
/// @param witnessPatience how long a witness may take for one answer; without it in time the
///     checkpoint is published without that cosignature
@ConfigurationProperties("parley.journal")
record JournalSettings(
        @DefaultValue("2s") Duration patience,
        @DefaultValue("data/signer") Path signer,
        @DefaultValue("parley.example") String name,
        @DefaultValue({}) List<String> witnesses,
        @DefaultValue("1s") Duration witnessPatience) {}
