/// Tests of what was delivered to whom, and of what awaits whose answer.
@NullMarked
package org.parley.hub.heard;

import org.jspecify.annotations.NullMarked;
