package org.parley.hub.console;

/// What is done to a page once it is drawn.
interface PageText {

    byte[] read(byte[] html, Words words);
}
