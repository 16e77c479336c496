package org.parley.kernel.harm;

import java.util.List;
import java.util.Optional;

/// Looks for weapons and ammunition in what somebody said that goods are, in the hub's four
/// languages. Words that mean something harmless as often are only in it as part of a phrase:
/// French grenade and Hebrew rimon are fruit, a glue gun is a tool, a mortar is cement. It finds
/// what is named; nobody is promised that it finds what is disguised.
public final class WeaponsScreen {

    private static final List<String> PHRASES =
            List.of(
                    // English
                    "weapon",
                    "weapons",
                    "weaponry",
                    "firearm",
                    "firearms",
                    "ammunition",
                    "ammo",
                    "munition",
                    "munitions",
                    "rifle",
                    "rifles",
                    "pistol",
                    "pistols",
                    "revolver",
                    "revolvers",
                    "shotgun",
                    "shotguns",
                    "machine gun",
                    "machine guns",
                    "machinegun",
                    "submachine gun",
                    "hand grenade",
                    "hand grenades",
                    "grenade launcher",
                    "grenade launchers",
                    "rocket launcher",
                    "rocket launchers",
                    "rocket propelled grenade",
                    "missile",
                    "missiles",
                    "mortar bomb",
                    "mortar bombs",
                    "mortar round",
                    "mortar rounds",
                    "mortar shell",
                    "mortar shells",
                    "artillery",
                    "howitzer",
                    "warhead",
                    "warheads",
                    "explosive",
                    "explosives",
                    "detonator",
                    "detonators",
                    "landmine",
                    "landmines",
                    "land mines",
                    "anti tank",
                    "bomb",
                    "bombs",
                    "bullet",
                    "bullets",
                    "live rounds",
                    "small arms",
                    "gunpowder",
                    // French
                    "arme",
                    "armes",
                    "arme à feu",
                    "armes à feu",
                    "fusil",
                    "fusils",
                    "mitrailleuse",
                    "mitrailleuses",
                    "grenade à main",
                    "grenades à main",
                    "lance grenades",
                    "lance roquettes",
                    "roquette",
                    "roquettes",
                    "explosif",
                    "explosifs",
                    "détonateur",
                    "détonateurs",
                    "obus",
                    "bombe",
                    "bombes",
                    "cartouches à balles",
                    "mines antipersonnel",
                    "poudre à canon",
                    // Arabic
                    "سلاح",
                    "أسلحة",
                    "اسلحة",
                    "ذخيرة",
                    "ذخائر",
                    "بندقية",
                    "بنادق",
                    "مسدس",
                    "مسدسات",
                    "قنبلة",
                    "قنابل",
                    "قذيفة",
                    "قذائف",
                    "صاروخ",
                    "صواريخ",
                    "متفجرات",
                    "متفجرة",
                    "مدفعية",
                    "رصاص حي",
                    "ألغام أرضية",
                    "الغام ارضية",
                    "صاعق تفجير",
                    // Hebrew
                    "נשק",
                    "כלי נשק",
                    "תחמושת",
                    "רובה",
                    "רובים",
                    "אקדח",
                    "אקדחים",
                    "רימון יד",
                    "רימוני יד",
                    "פצצה",
                    "פצצות",
                    "טיל",
                    "טילים",
                    "חומר נפץ",
                    "חומרי נפץ",
                    "מרגמה",
                    "מרגמות",
                    "פגז",
                    "פגזים",
                    "מטען חבלה",
                    "מקלע",
                    "מקלעים",
                    "קליעים");

    /// Phrases in which such a word means something else.
    private static final List<String> HARMLESS =
            List.of(
                    "bombe aérosol",
                    "bombes aérosol",
                    "bath bombs",
                    "explosive ordnance disposal",
                    "explosive ordnance risk education");

    private static final Phrases WANTED = new Phrases(PHRASES, HARMLESS);

    private WeaponsScreen() {}

    /// The first phrase in the text that names a weapon, as it stands in the list.
    public static Optional<String> find(String text) {
        return WANTED.find(text);
    }
}
