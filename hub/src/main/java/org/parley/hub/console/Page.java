package org.parley.hub.console;

import java.util.Locale;

/// A page as facts, before it becomes HTML. `PicturePage` is drawn by `picture.jte`.
public interface Page {

    Shell shell();

    default String template() {
        var name = getClass().getSimpleName();
        return name.substring(0, name.length() - "Page".length())
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT)
                + ".jte";
    }
}
