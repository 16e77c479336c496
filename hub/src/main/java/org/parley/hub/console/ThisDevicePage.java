package org.parley.hub.console;

/// The page that a device keeps open: it signs what is typed with the key in its own browser.
public record ThisDevicePage(Shell shell) implements Page {}
