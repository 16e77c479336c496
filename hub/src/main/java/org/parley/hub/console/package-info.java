/// The pages: the only place that knows HTML. Each page is a record and a template of the same
/// name; controllers ask the features' front doors and never reach behind them.
@NullMarked
package org.parley.hub.console;

import org.jspecify.annotations.NullMarked;
