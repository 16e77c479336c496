package org.parley.kernel.harm;

import java.util.List;
import java.util.Optional;

/// Looks for what would make the hub a list of targets: targets themselves, effects on them, and
/// where armed units stand. Whole phrases only: a checkpoint that was closed or a road that was
/// shelled is a fact of assistance and stays sayable.
public final class TargetsScreen {

    private static final List<String> PHRASES =
            List.of(
                    // English
                    "target list",
                    "target coordinates",
                    "targets list",
                    "high value target",
                    "high value targets",
                    "target package",
                    "targeting data",
                    "strike list",
                    "strike coordinates",
                    "strike target",
                    "strike targets",
                    "call for fire",
                    "fire mission",
                    "grid of fire",
                    "battle damage assessment",
                    "enemy position",
                    "enemy positions",
                    "troop position",
                    "troop positions",
                    "unit position",
                    "unit positions",
                    "firing position",
                    "firing positions",
                    "sniper position",
                    "sniper positions",
                    "order of battle",
                    // French
                    "liste de cibles",
                    "liste des cibles",
                    "coordonnées de la cible",
                    "coordonnées des cibles",
                    "cible de grande valeur",
                    "cibles de grande valeur",
                    "données de ciblage",
                    "demande de tir",
                    "mission de tir",
                    "position ennemie",
                    "positions ennemies",
                    "position de tir",
                    "positions de tir",
                    "position des troupes",
                    "positions des troupes",
                    "ordre de bataille",
                    // Arabic
                    "قائمة أهداف",
                    "قائمة الأهداف",
                    "بنك أهداف",
                    "بنك الأهداف",
                    "إحداثيات الهدف",
                    "إحداثيات الأهداف",
                    "هدف عالي القيمة",
                    "أهداف عالية القيمة",
                    "مواقع العدو",
                    "موقع العدو",
                    "مواقع القوات",
                    "تموضع القوات",
                    "مواقع القناصة",
                    "موقع إطلاق النار",
                    "مهمة رماية",
                    "أمر رماية",
                    // Hebrew
                    "רשימת מטרות",
                    "רשימת המטרות",
                    "בנק מטרות",
                    "בנק המטרות",
                    "נקודת ציון של המטרה",
                    "מטרה בעלת ערך גבוה",
                    "מטרות בעלות ערך גבוה",
                    "עמדות האויב",
                    "עמדת האויב",
                    "מיקום הכוחות",
                    "מיקומי הכוחות",
                    "עמדת ירי",
                    "עמדות ירי",
                    "עמדת צלף",
                    "עמדות צלפים",
                    "סדר כוחות",
                    "משימת אש");

    private static final Phrases WANTED = new Phrases(PHRASES, List.of());

    private TargetsScreen() {}

    /// The first such phrase in the text, as it stands in the list.
    public static Optional<String> find(String text) {
        return WANTED.find(text);
    }
}
