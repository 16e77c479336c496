package org.parley.kernel.quantity;

import static org.parley.kernel.quantity.Dimension.COUNT;
import static org.parley.kernel.quantity.Dimension.MASS;
import static org.parley.kernel.quantity.Dimension.VOLUME;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.parley.kernel.InvalidValue;

/// A unit of goods. The constants are the codes themselves: UN/CEFACT recommendation 20 for
/// measures and pieces, recommendation 21 for packages; `TRUCK` is ours, since no code list has
/// one.
public enum Unit {
    /// Kilogram.
    KGM(MASS, "1", "kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "كغ", "كغم", "ק\"ג"),
    /// Gram.
    GRM(MASS, "0.001", "g", "gr", "gram", "grams", "grammes"),
    /// Tonne of 1,000 kg.
    TNE(
            MASS,
            "1000",
            "t",
            "mt",
            "ton",
            "tons",
            "tonne",
            "tonnes",
            "metric ton",
            "metric tons",
            "metric tonne",
            "metric tonnes",
            "طن",
            "أطنان",
            "טון"),
    /// Litre.
    LTR(VOLUME, "1", "l", "lt", "ltr", "ltrs", "litre", "litres", "liter", "liters", "لتر", "ליטר"),
    /// Millilitre.
    MLT(VOLUME, "0.001", "ml", "millilitre", "millilitres", "milliliter", "milliliters"),
    /// Cubic metre of 1,000 l.
    MTQ(
            VOLUME,
            "1000",
            "m3",
            "m³",
            "cbm",
            "cubic metre",
            "cubic metres",
            "cubic meter",
            "متر مكعب"),
    /// Pallet, whatever is on it.
    PX(
            COUNT,
            "1",
            "pallet",
            "pallets",
            "plt",
            "plts",
            "pal",
            "palette",
            "palettes",
            "طبلية",
            "طبالي",
            "منصة",
            "משטח",
            "משטחים"),
    /// Bag.
    BG(COUNT, "1", "bag", "bags", "sac", "sacs", "كيس", "أكياس", "שק", "שקים"),
    /// Carton.
    CT(
            COUNT, "1", "carton", "cartons", "ctn", "ctns", "cart", "كرتون", "كراتين", "קרטון",
            "קרטונים"),
    /// Box.
    BX(COUNT, "1", "box", "boxes", "boite", "boîte", "boîtes", "صندوق", "صناديق", "ארגז", "ארגזים"),
    /// Bundle.
    BE(COUNT, "1", "bundle", "bundles", "bale", "bales"),
    /// Roll.
    RO(COUNT, "1", "roll", "rolls"),
    /// Drum.
    DR(COUNT, "1", "drum", "drums", "barrel", "barrels"),
    /// Jerrican.
    JC(COUNT, "1", "jerrican", "jerricans", "jerrycan", "jerrycans"),
    /// Cylinder, as of gas.
    CY(COUNT, "1", "cylinder", "cylinders"),
    /// Parcel or package of no stated kind.
    PC(
            COUNT,
            "1",
            "parcel",
            "parcels",
            "package",
            "packages",
            "pkg",
            "pkgs",
            "colis",
            "طرد",
            "طرود"),
    /// Kit: a set of goods that is handed out whole.
    KT(COUNT, "1", "kit", "kits", "set", "sets"),
    /// Piece.
    H87(
            COUNT, "1", "pce", "piece", "pieces", "pcs", "unit", "units", "each", "ea", "item",
            "items", "no", "قطعة", "قطع", "יחידה", "יחידות"),
    /// Truck, whatever is on it; ours.
    TRUCK(
            COUNT,
            "1",
            "trucks",
            "truckload",
            "truckloads",
            "lorry",
            "lorries",
            "camion",
            "camions",
            "شاحنة",
            "شاحنات",
            "משאית",
            "משאיות");

    private static final Map<String, Unit> BY_NAME = byName();

    private final Dimension dimension;
    private final BigDecimal inBase;
    private final List<String> names;

    Unit(Dimension dimension, String inBase, String... names) {
        this.dimension = dimension;
        this.inBase = new BigDecimal(inBase);
        this.names = List.of(names);
    }

    private static Map<String, Unit> byName() {
        var all = new HashMap<String, Unit>();
        for (var unit : values()) {
            all.put(unit.name().toLowerCase(Locale.ROOT), unit);
            unit.names.forEach(name -> all.put(name, unit));
        }
        return all;
    }

    public String code() {
        return name();
    }

    public Dimension dimension() {
        return dimension;
    }

    /// The unit as partners write it: a code or any of its names, whatever the case, spacing or
    /// closing point. Empty where nobody agreed on what it means.
    public static Optional<Unit> named(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        while (plain.endsWith(".")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return Optional.ofNullable(BY_NAME.get(plain));
    }

    /// The unit of that name.
    ///
    /// @throws InvalidValue for `field` when there is none
    public static Unit of(String field, String text) {
        return named(text)
                .orElseThrow(
                        () ->
                                new InvalidValue(
                                        field,
                                        "value.unit",
                                        "is no known unit: '{was}'; give a UN/CEFACT code such as KGM, LTR, PX or H87",
                                        text));
    }

    public boolean convertsTo(Unit other) {
        return this == other || (dimension == other.dimension && dimension != COUNT);
    }

    /// An amount of this unit in another of the same dimension, exactly: all measures here are
    /// powers of ten of each other.
    BigDecimal convert(BigDecimal amount, Unit target) {
        if (!convertsTo(target)) {
            throw new InvalidValue(
                    "unit",
                    "value.unit-factor",
                    "{from} does not become {to} without a stated factor",
                    this,
                    target);
        }
        return this == target ? amount : amount.multiply(inBase).divide(target.inBase);
    }
}
