package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// One statement as its reader may see it: what it says, how it was heard, and its proof.
///
/// @param number its place in the log
/// @param fields what it says, as far as it is disclosed to the reader
/// @param held what became of its texts that look like personal data, where it has any
/// @param parts what came of it
/// @param proof what the receipt holds; empty while the signer is away
/// @param fresh whether the reader has just said it
public record StatementPage(
        Shell shell,
        String title,
        String subject,
        String number,
        List<String> marks,
        boolean fresh,
        List<Fact> facts,
        List<Fact> fields,
        boolean erased,
        Optional<String> held,
        List<Fact> audience,
        Optional<Proof> proof,
        List<ListPage.Part> parts,
        List<Link> actions)
        implements Page {

    /// @param receipt where the receipt can be fetched
    /// @param disclosure where statement, disclosed fields and receipt can be fetched in one file;
    ///     absent when the content was erased
    public record Proof(
            List<Fact> facts, String text, String receipt, Optional<String> disclosure) {}
}
