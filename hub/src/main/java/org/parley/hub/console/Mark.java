package org.parley.hub.console;

import gg.jte.Content;

/// The states that the console tells apart. Each is always a shape, a word and a colour together,
/// so that neither a colour-blind reader nor a black-and-white print loses one.
public enum Mark {
    GOOD(
            "ok",
            "<circle cx='8' cy='8' r='7' fill='currentColor'/><path d='M4.7 8.3"
                    + "l2.3 2.3 4.3-4.7' fill='none' stroke='var(--panel)' stroke-width='"
                    + "2'/>"),
    PARTLY(
            "warn",
            "<circle cx='8' cy='8' r='6.2' fill='none' stroke='currentColor' st"
                    + "roke-width='1.7'/><path d='M8 1.8a6.2 6.2 0 000 12.4z' fill='curre"
                    + "ntColor'/>"),
    LATE(
            "warn",
            "<path d='M8 1l7.3 13.5H.7z' fill='currentColor'/><path d='M8 6v4M8"
                    + " 11.6v1.3' stroke='var(--panel)' stroke-width='1.7'/>"),
    STOPPED(
            "stop",
            "<rect x='1.2' y='1.2' width='13.6' height='13.6' rx='1.5' fill='cu"
                    + "rrentColor'/><path d='M4.5 8h7' stroke='var(--panel)' stroke-width"
                    + "='2.4'/>"),
    UNKNOWN(
            "unk",
            "<circle cx='8' cy='8' r='6.2' fill='none' stroke='currentColor' st"
                    + "roke-width='1.9' stroke-dasharray='3 2.2'/>"),
    DISPUTED(
            "disp",
            "<path d='M8 .8L15.2 8 8 15.2.8 8z' fill='none' stroke='currentColo"
                    + "r' stroke-width='1.6'/><path d='M8 .8V15.2L.8 8z' fill='currentCol"
                    + "or'/>"),
    PLANNED(
            "plan",
            "<circle cx='8' cy='8' r='6.2' fill='none' stroke='currentColor' st"
                    + "roke-width='1.9'/>"),
    NOW(
            "plan",
            "<circle cx='8' cy='8' r='6.2' fill='none' stroke='currentColor' st"
                    + "roke-width='1.9'/><circle cx='8' cy='8' r='3' fill='currentColor'/"
                    + ">");

    private final String css;
    private final String shape;

    Mark(String css, String shape) {
        this.css = css;
        this.shape = shape;
    }

    /// The class that sets the colour.
    public String css() {
        return css;
    }

    /// The bare shape, sixteen units wide, for use inside a larger drawing.
    public Content shape() {
        return output -> output.writeContent(shape);
    }

    /// The whole symbol.
    public Content svg() {
        return output ->
                output.writeContent(
                        "<svg viewBox='0 0 16 16' aria-hidden='true'>" + shape + "</svg>");
    }
}
