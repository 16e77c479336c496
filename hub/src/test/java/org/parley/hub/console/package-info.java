/// Tests of the pages: drawn with invented facts, weighed, and looked at in a browser.
@org.jspecify.annotations.NullMarked
package org.parley.hub.console;
