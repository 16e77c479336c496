package org.parley.hub.api;

import java.util.Locale;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;
import org.parley.kernel.audience.Reader;

/// Who is asking, about what was known when: a controller's first parameter on every read. Taken
/// from the session, the path's `{operation}` and `?asOf=`, an instant or a log size.
public record Asked(Reader reader, Sight sight, Cut cut, Locale locale) {}
