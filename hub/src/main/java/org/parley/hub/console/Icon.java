package org.parley.hub.console;

import gg.jte.Content;

/// The line icons of the console, on a grid of twenty units. Drawn for this project.
public enum Icon {
    PICTURE("<path d='M2.5 5l5-2 5 2 5-2v12l-5 2-5-2-5 2zM7.5 3v12M12.5 5v12'/>"),
    PIPELINE("<path d='M3 4h4v12H3zM8.5 4h4v8h-4zM14 4h3.5v5H14z'/>"),
    PARTNERS(
            "<circle cx='7' cy='7' r='2.7'/><path d='M2.5 16c.4-3 2-4.5 4.5-4.5"
                    + "s4.1 1.5 4.5 4.5M12.5 4.8a2.5 2.5 0 010 4.6M13.5 11.7c2.3.2 3.6 1."
                    + "7 4 4.3'/>"),
    SITREP("<path d='M4.5 2.5h11v15h-11zM7 6h6M7 9h6M7 12h3.5'/>"),
    SEARCH("<circle cx='8.5' cy='8.5' r='5'/><path d='M12.3 12.3L17 17'/>"),
    TRUCK(
            "<path d='M2 5.5h9.5v8H2zM11.5 8.5h3.7L18 11.3v2.2h-6.5'/><circle c"
                    + "x='6' cy='14.5' r='1.7'/><circle cx='14.5' cy='14.5' r='1.7'/>"),
    GATE("<path d='M4 17V6M16 17V6M2.5 6h15M4 11h12M7.5 11v3M12.5 11v3'/>"),
    ANCHOR(
            "<circle cx='10' cy='4.5' r='1.8'/><path d='M10 6.3V17M6.5 9h7M3.5 "
                    + "11.5c.5 3.5 3 5.5 6.5 5.5s6-2 6.5-5.5'/>"),
    HOUSE("<path d='M3 9l7-5.5L17 9v8H3zM7.5 17v-5h5v5'/>"),
    FLAG("<path d='M5 17.5V3h10l-2.5 3.5L15 10H5'/>"),
    FOOD(
            "<path d='M10 17V6M10 9C7.5 9 6 7.5 6 5c2.5 0 4 1.5 4 4zM10 9c2.5 0"
                    + " 4-1.5 4-4-2.5 0-4 1.5-4 4zM10 14c-2.5 0-4-1.5-4-4 2.5 0 4 1.5 4 4"
                    + "zM10 14c2.5 0 4-1.5 4-4-2.5 0-4 1.5-4 4z'/>"),
    WATER(
            "<path d='M10 2.8c3 3.7 4.8 6.3 4.8 8.9a4.8 4.8 0 01-9.6 0c0-2.6 1."
                    + "8-5.2 4.8-8.9z'/>"),
    MED("<path d='M3 5.5h14v11H3zM7.5 5.5V3h5v2.5M10 8.5v5M7.5 11h5'/>"),
    TENT("<path d='M10 4L2.5 16.5h15zM10 9l-3 7.5M10 9l3 7.5'/>"),
    FUEL("<path d='M4 17V3.5h7V17M3 17h9M6 6h3v3H6M11 9h2v5.5a1.5 1.5 0 003 " + "0V8l-2.5-2.5'/>"),
    COLD("<path d='M10 2.5v15M3.5 6.2l13 7.6M16.5 6.2l-13 7.6'/>"),
    LOCK("<path d='M4.5 9h11v8h-11zM7 9V6.5a3 3 0 016 0V9M10 12v2'/>"),
    SEAL(
            "<circle cx='10' cy='8' r='5'/><path d='M7 12l-1.5 5.5L10 15.5l4.5 "
                    + "2L13 12M8 8l1.5 1.5L12.5 6.5'/>"),
    DOC("<path d='M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5M7.5 13h5'/" + ">"),
    SYNC(
            "<path d='M4 8a6.5 6.5 0 0111.5-2L17 8M17 4v4h-4M16 12a6.5 6.5 0 01"
                    + "-11.5 2L3 12M3 16v-4h4'/>"),
    ARROW("<path d='M3 10h13M11.5 5.5L16 10l-4.5 4.5'/>"),
    PEOPLE("<circle cx='10' cy='6.5' r='3'/><path d='M4 17c.5-4 2.7-6 6-6s5.5 " + "2 6 6'/>"),
    EYE(
            "<path d='M2 10c2-3.5 4.7-5.2 8-5.2s6 1.7 8 5.2c-2 3.5-4.7 5.2-8 5."
                    + "2S4 13.5 2 10z'/><circle cx='10' cy='10' r='2.3'/>"),
    SPEECH("<path d='M3 4h14v9H9l-4 3.5V13H3z'/>"),
    JOURNAL(
            "<path d='M4 3h9.5a2 2 0 012 2v12H6a2 2 0 01-2-2zM4 15a2 2 0 012-2h"
                    + "9.5M7.5 6.5h5M7.5 9.5h3'/>"),
    IMPORT("<path d='M10 3v9M6.5 8.5L10 12l3.5-3.5M3.5 13v4h13v-4'/>"),
    CLOCK("<circle cx='10' cy='10' r='7'/><path d='M10 5.5V10l3 2'/>"),
    MOON("<path d='M16 12.3A6.7 6.7 0 017.7 4 6.7 6.7 0 1016 12.3z'/>"),
    SUN(
            "<circle cx='10' cy='10' r='3.3'/><path d='M10 2v2M10 16v2M2 10h2M1"
                    + "6 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M15.7 4.3l-1.4 1.4M5.7 14."
                    + "3l-1.4 1.4'/>"),
    AUTO(
            "<circle cx='10' cy='10' r='7'/><path d='M10 3v14a7 7 0 000-14z' fi"
                    + "ll='currentColor'/>"),
    PLUS("<path d='M10 4v12M4 10h12'/>"),
    PRINT("<path d='M5.5 7V3h9v4M5.5 14H3V7h14v7h-2.5M5.5 11.5h9V17h-9z'/>"),
    DOWN("<path d='M10 3v10M6 9l4 4 4-4M4 17h12'/>"),
    PLACE(
            "<path d='M10 18s5.5-5.5 5.5-10a5.5 5.5 0 00-11 0c0 4.5 5.5 10 5.5 "
                    + "10z'/><circle cx='10' cy='8' r='2'/>"),
    BOX("<path d='M3 6.5L10 3l7 3.5v7.5L10 17.5 3 14zM3 6.5l7 3.5 7-3.5M10 " + "10v7.5'/>"),
    INCIDENTS("<path d='M10 3l7.5 13.5h-15zM10 8v4M10 14v.6'/>");

    private final String shape;

    Icon(String shape) {
        this.shape = shape;
    }

    /// The bare strokes, for use inside a larger drawing.
    public Content shape() {
        return output -> output.writeContent(shape);
    }

    /// The whole symbol.
    public Content svg() {
        return output ->
                output.writeContent(
                        "<svg class='i' viewBox='0 0 20 20' aria-hidden='true'>"
                                + shape
                                + "</svg>");
    }
}
