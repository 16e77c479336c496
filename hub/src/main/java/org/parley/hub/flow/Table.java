package org.parley.hub.flow;

import java.util.List;

/// The tables of versions that follow from statements. A version's values are those of the columns
/// after `operation` and before `known_from`, its key first.
enum Table {
    CONSIGNMENT(
            "consignment",
            1,
            "consignment, originator, kind, sender, receiver, authorities,"
                    + " destination_area, corridor, ready_on, priority, refs, cargo, requested_at,"
                    + " heard_at, marks, label"),
    CONSIGNMENT_EXACT("consignment_exact", 1, "consignment, origin, destination, label"),
    LINE(
            "consignment_line",
            2,
            "consignment, line, position, description, category, quantity, unit, weight_tonnes,"
                    + " volume_m3, tonnes_per_unit, expires_on, names, label"),
    EVENT(
            "flow_event",
            2,
            "consignment, idx, statement, type, originator, kind, stage, step, crossing,"
                    + " occurred_at, heard_at, marks, facts, effects, label"),
    EVENT_EXACT("flow_event_exact", 2, "consignment, idx, place, to_place, vehicles, label"),
    STANDING("consignment_standing", 2, "consignment, label, stage, phase, rank, since"),
    TALLY("line_tally", 3, "consignment, line, label, " + Measure.columns() + ", estimated"),
    RULING(
            "flow_ruling",
            4,
            "consignment, line, authority, originator, ruling, statement, outcome, allowed,"
                    + " reasons, note, conditions, valid_until, ruled_at, marks, label"),
    MANIFEST(
            "manifest",
            1,
            "manifest, originator, crossing, day, trucks, statement, heard_at, marks, label"),
    MANIFEST_ENTRY("manifest_entry", 3, "manifest, consignment, line, quantity, label"),
    LEG(
            "leg",
            2,
            "consignment, leg, carrier, departs, arrives, goods, statement,"
                    + " originator, label"),
    LEG_EXACT("leg_exact", 2, "consignment, leg, from_place, to_place, label"),
    LOAD("load_content", 5, "load, node, consignment, line, label, amount");

    private final String table;
    private final int keys;
    private final String columns;

    Table(String table, int keys, String columns) {
        this.table = table;
        this.keys = keys;
        this.columns = columns;
    }

    /// Its name with the schema.
    String table() {
        return "state." + table;
    }

    String columns() {
        return columns;
    }

    List<String> keyColumns() {
        return List.of(columns.split(", ")).subList(0, keys);
    }

    /// How many of the first values tell one thing from another.
    int keys() {
        return keys;
    }
}
