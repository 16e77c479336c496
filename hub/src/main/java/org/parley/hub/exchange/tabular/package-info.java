/// Tables as partners really send them: CSV in any usual encoding and delimiter, XLSX, and both
/// gzipped, read as a stream with bounded memory and with limits that a zip bomb meets first.
@NullMarked
package org.parley.hub.exchange.tabular;

import org.jspecify.annotations.NullMarked;
