package org.parley.hub.partners;

import java.util.List;
import org.parley.kernel.names.Names;

/// A working group as a reader sees it.
public record GroupView(String group, Names names, String lead, List<String> members) {}
