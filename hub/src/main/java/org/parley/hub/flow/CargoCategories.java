package org.parley.hub.flow;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The cargo classes that the hub knows, drawn from the lists of UNRWA and COGAT, and those that it
/// refuses to know.
public final class CargoCategories {

    public static final Set<String> KNOWN =
            Collections.unmodifiableSet(
                    new TreeSet<>(
                            List.of(
                                    "food",
                                    "water",
                                    "medical",
                                    "nutrition",
                                    "shelter",
                                    "hygiene",
                                    "education",
                                    "agriculture",
                                    "livestock-feed",
                                    "fuel",
                                    "cooking-gas",
                                    "clothing",
                                    "household",
                                    "agency-equipment",
                                    "infrastructure",
                                    "construction",
                                    "communications",
                                    "protective-equipment",
                                    "vehicles",
                                    "non-food",
                                    "mixed",
                                    "other")));

    private static final Set<String> WEAPONS =
            Set.of(
                    "weapons",
                    "weapon",
                    "arms",
                    "ammunition",
                    "munitions",
                    "explosives",
                    "firearms",
                    "ordnance");

    private CargoCategories() {}

    static boolean isOutsideTheHub(String category) {
        return WEAPONS.contains(category);
    }
}
