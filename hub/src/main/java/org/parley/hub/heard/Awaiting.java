package org.parley.hub.heard;

import java.util.List;
import org.parley.hub.journal.Cut;
import org.parley.hub.journal.Sight;

/// How a feature declares what awaits whose answer. A feature gives indexes of the log and nothing
/// else about time: all parties are measured by the hub's clock at those.
public interface Awaiting {

    /// What is asked for, such as `flow.ruling`; worded by pages under `awaited.`, its counting
    /// rule under `awaited.rule.`.
    String kind();

    /// Everything of this kind that was ever asked for, as a reader sees it at the cut. What they
    /// do not see is no answer for them.
    List<Question> asked(Sight sight, Cut cut);
}
