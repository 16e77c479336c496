package org.parley.hub.console;

/// The entries of the side navigation, in their order.
public enum Section {
    PICTURE(Icon.PICTURE, ""),
    FLOW(Icon.PIPELINE, "/flow"),
    PLACES(Icon.GATE, "/places"),
    PARTNERS(Icon.PARTNERS, "/partners"),
    SUMMARY(Icon.SITREP, "/summary"),
    JOURNAL(Icon.JOURNAL, "/journal"),
    IMPORT(Icon.IMPORT, "/import");

    private final Icon icon;
    private final String path;

    Section(Icon icon, String path) {
        this.icon = icon;
        this.path = path;
    }

    public Icon icon() {
        return icon;
    }

    /// Below `/o/{operation}`.
    public String path() {
        return path;
    }

    public String key() {
        return "nav." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
