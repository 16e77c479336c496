package org.parley.hub.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the journal is run.
///
/// @param patience how long a sender waits for its receipt before the answer is "receipt pending"
/// @param signer the folder in which the signer keeps its keys and its memory; it should not be on
///     the disk that holds the database
/// @param name the part of checkpoint origins that names this hub, a domain that its host controls
/// @param witnesses who cosigns checkpoints: `VKEY… URL` each, or the keys alone for one that comes
///     by itself; no other address is asked
/// @param witnessPatience how long a witness may take for one answer, for which nothing waits
/// @param witnessGrace how long a receipt waits for the cosignatures of witnesses that were quick
///     the last time
/// @param quorum which witnesses operations ask for: `group …` and `quorum …` lines of a
///     tlog-policy, separated by semicolons; blank for none
/// @param quorums the same for single operations, in place of `quorum`
@ConfigurationProperties("parley.journal")
record JournalSettings(
        @DefaultValue("2s") Duration patience,
        @DefaultValue("data/signer") Path signer,
        @DefaultValue("parley.example") String name,
        @DefaultValue({}) List<String> witnesses,
        @DefaultValue("5s") Duration witnessPatience,
        @DefaultValue("100ms") Duration witnessGrace,
        @DefaultValue("") String quorum,
        @DefaultValue Map<String, String> quorums) {}
