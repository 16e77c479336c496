package org.parley.hub.console;

import java.util.List;

/// Recovery codes, to be printed: shown once.
///
/// @param whose the account that they are for
/// @param where the address at which they are used
public record CodesPage(Shell shell, String whose, List<String> codes, String where)
        implements Page {}
