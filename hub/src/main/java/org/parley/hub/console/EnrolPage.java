package org.parley.hub.console;

import java.util.List;
import java.util.Optional;

/// A link that lets somebody enrol a key.
///
/// @param purpose `setup`, `invitation` or `recovery`
/// @param waits whether a second person has yet to stand for it
/// @param providers of the organisation, instead of a key
/// @param organisation and `post`: what the first person of a hub typed
public record EnrolPage(
        Shell shell,
        String action,
        String purpose,
        List<Fact> facts,
        String organisation,
        String post,
        String options,
        Optional<String> elsewhere,
        List<Link> providers,
        boolean waits,
        Optional<String> problem)
        implements Page {}
